import { strict as assert } from "node:assert";
import { spawnSync } from "node:child_process";
import { rmSync } from "node:fs";
import { join } from "node:path";
import type { FrontConfiguration } from "../../../../../platforms/docker/front/configuration";
import { BackEnd } from "../back-end";
import { at, inClear, onPremises, overTls } from "../fronts";
import { NamesServer } from "../names-server";
import { folder, freePort, missing, Nginx } from "../nginx";
import { describeWith, present } from "../tools";
import { type Answer, type Request, visit } from "../visitor";

const tools = [...missing, ...(present("openssl", "version") ? [] : ["openssl"])];

export const host = "voice.example.com";

/** The front on the machine's nginx, before three services that listen as the real ones would. */
export function describeFront(title: string, tests: (stand: Stand) => void): void {
    describeWith(tools, `the front on a real nginx, ${title}`, () => {
        const stand = new Stand();
        before(() => stand.listen());
        afterEach(() => stand.stop());
        after(() => stand.close());
        tests(stand);
    });
}

export class Stand {
    readonly names = new NamesServer();
    readonly place = folder();
    readonly tls = { certificate: join(this.place, "certificate.pem"), key: join(this.place, "key.pem") };
    servicePort = 0;
    readonly #services = ["api", "gateway", "web"].map((name) => new BackEnd(name));
    #resolver = "";
    readonly #running: Nginx[] = [];

    async listen(): Promise<void> {
        signed(this.tls);
        this.#resolver = await this.names.listen();
        this.servicePort = await freePort();
        for (const [index, service] of this.#services.entries()) {
            await service.listen(this.servicePort, `127.0.1.${index + 1}`);
            this.names.addresses.set(service.name, [`127.0.1.${index + 1}`]);
        }
    }

    async stop(): Promise<void> {
        for (const each of this.#running.splice(0)) await each.stop();
    }

    close(): void {
        for (const service of this.#services) service.close();
        this.names.close();
        rmSync(this.place, { recursive: true });
    }

    /** The front with ports that are free here, and how to visit it. */
    async front(of: Partial<FrontConfiguration> = {}, secure = false) {
        const [http, https] = [await freePort(), await freePort()];
        const routes = secure ? at(host, onPremises(this.servicePort)) : onPremises(this.servicePort);
        const shape = secure ? { ...overTls, tls: this.tls, ports: { http, https } } : { ...inClear, ports: { http } };
        const nginx = await Nginx.started({ ...shape, routes, ...of }, this.#resolver);
        this.#running.push(nginx);
        const request = (path: string, more: Partial<Request> = {}): Request => ({
            port: secure && more.secure !== false ? https : http,
            host,
            path,
            secure,
            ...more,
        });
        const get = (path: string, more: Partial<Request> = {}): Promise<Answer> => visit(request(path, more));
        return { nginx, request, get, http, https };
    }
}

function signed({ certificate, key }: { readonly certificate: string; readonly key: string }): void {
    const args = "req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 2 -subj /CN=test";
    const { status, stderr } = spawnSync("openssl", [...args.split(" "), "-keyout", key, "-out", certificate]);
    assert.equal(status, 0, String(stderr));
}
