import { spawn, spawnSync } from "node:child_process";
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { userInfo } from "node:os";
import { delimiter, join } from "node:path";

/** A host that is reached over SSH: this one, by an sshd of its own on a loopback port, with keys of its own. */
export interface SshHost {
    /** As `docker:host` takes it. */
    readonly address: string;
    /** With an `ssh` that knows the host and has the key, so that nothing of the user's is touched. */
    readonly path: string;
    readonly end: () => void;
}

const sshd = ["/usr/sbin/sshd", "/usr/bin/sshd", "/usr/local/sbin/sshd"].find(existsSync);

/** What is missing for it. */
export const missingForSsh = (): string | undefined =>
    sshd === undefined ? "there is no `sshd` (Debian: openssh-server)" : undefined;

export async function sshHost(scratch: string): Promise<SshHost> {
    const folder = join(scratch, "ssh");
    mkdirSync(folder);
    const at = (name: string) => join(folder, name);
    for (const key of ["host", "key"])
        spawnSync("ssh-keygen", ["-q", "-t", "ed25519", "-N", "", "-f", at(key)], { stdio: "ignore" });
    const port = await freePort();
    const { username } = userInfo();
    const lines = {
        ...{ Port: port, ListenAddress: "127.0.0.1", HostKey: at("host"), PidFile: "none" },
        ...{ AuthorizedKeysFile: at("key.pub"), StrictModes: "no", UsePAM: "no", PasswordAuthentication: "no" },
    };
    writeFileSync(at("sshd_config"), textOf(lines));
    writeFileSync(at("known_hosts"), `[127.0.0.1]:${port} ${readFileSync(at("host.pub"), "utf8")}`);
    writeFileSync(at("config"), textOf({ IdentityFile: at("key"), UserKnownHostsFile: at("known_hosts") }));
    const found = spawnSync("sh", ["-c", "command -v ssh"], { encoding: "utf8" }).stdout.trim();
    mkdirSync(at("bin"));
    writeFileSync(at("bin/ssh"), `#!/bin/sh\nexec ${found} -F ${at("config")} "$@"\n`);
    chmodSync(at("bin/ssh"), 0o755);
    // sshd starts itself anew for each connection, so by its whole path.
    const server = spawn(sshd as string, ["-D", "-e", "-f", at("sshd_config")], { stdio: "ignore" });
    return {
        address: `ssh://${username}@127.0.0.1:${port}`,
        path: [at("bin"), process.env.PATH ?? ""].join(delimiter),
        end: () => void server.kill(),
    };
}

const textOf = (lines: Readonly<Record<string, string | number>>): string =>
    Object.entries(lines)
        .map(([key, value]) => `${key} ${value}\n`)
        .join("");

function freePort(): Promise<number> {
    return new Promise((resolve, reject) => {
        const server = createServer().on("error", reject);
        server.listen(0, "127.0.0.1", () => {
            const address = server.address();
            server.close(() => resolve(typeof address === "object" && address !== null ? address.port : 0));
        });
    });
}
