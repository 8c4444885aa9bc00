import { createSocket, type Socket } from "node:dgram";

/** Answers for aliases as the engine's DNS does: every address that has the alias just now. */
export class NamesServer {
    readonly addresses = new Map<string, readonly string[]>();
    readonly #socket: Socket = createSocket("udp4");

    async listen(): Promise<string> {
        this.#socket.on("message", (question, from) => this.#socket.send(this.#answer(question), from.port));
        await new Promise<void>((resolve) => this.#socket.bind(0, "127.0.0.1", resolve));
        return `127.0.0.1:${this.#socket.address().port}`;
    }
    close = (): void => void this.#socket.close();

    #answer(question: Buffer): Buffer {
        const labels: string[] = [];
        let at = 12;
        for (let length = question[at] ?? 0; length > 0; length = question[at] ?? 0) {
            labels.push(question.toString("ascii", at + 1, at + 1 + length));
            at += length + 1;
        }
        const asked = question.subarray(12, at + 5);
        const found = this.addresses.get(labels.join("."));
        const answers = (found ?? []).map((address) =>
            Buffer.from([0xc0, 12, 0, 1, 0, 1, 0, 0, 2, 88, 0, 4, ...address.split(".").map(Number)]),
        );
        const header = Buffer.from([
            0,
            0,
            0x81,
            found === undefined ? 0x83 : 0x80,
            0,
            1,
            0,
            answers.length,
            0,
            0,
            0,
            0,
        ]);
        question.copy(header, 0, 0, 2);
        return Buffer.concat([header, asked, ...answers]);
    }
}
