import { execFile, execFileSync, spawn } from "node:child_process";
import { createHash } from "node:crypto";
import {
    chmodSync,
    chownSync,
    copyFileSync,
    existsSync,
    mkdirSync,
    mkdtempSync,
    readdirSync,
    rmSync,
    writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";

/** What a script did. */
export interface Outcome {
    readonly code: number;
    readonly out: string;
    readonly err: string;
}

const programs = ["initdb", "pg_ctl", "postgres", "psql", "pg_dump", "pg_restore"];

/** Where PostgreSQL's programs are, the newest of Debian's or those on PATH; undefined where it is not installed. */
export const programsFolder: string | undefined = (() => {
    const debian = "/usr/lib/postgresql";
    const versions = existsSync(debian) ? readdirSync(debian).sort((a, b) => Number(b) - Number(a)) : [];
    return [
        ...versions.map((version) => join(debian, version, "bin")),
        ...(process.env.PATH ?? "").split(delimiter),
    ].find((folder) => programs.every((program) => existsSync(join(folder, program))));
})();

export const without = "PostgreSQL is not installed (initdb, postgres, psql): backups are not tried on a real server";

/** PostgreSQL refuses root; nobody else has an account for certain. */
const nobody = 65534;
/** Whoever runs it may be kept out of the checkout. */
const runner: { readonly cwd: string; readonly uid?: number; readonly gid?: number } = {
    cwd: tmpdir(),
    ...(process.getuid?.() === 0 ? { uid: nobody, gid: nobody } : {}),
};

const sources = join(__dirname, "../../../../platforms/docker/backup");
const password = String.raw`it's:a \ secret`;

/** A server of the tests' own, that asks for a password, and a copy of the scripts beside it. */
export class TestServer {
    readonly folder = mkdtempSync(join(tmpdir(), "ringfence-backup-"));
    readonly scripts = join(this.folder, "scripts");
    readonly password = password;
    readonly #data = join(this.folder, "data");
    readonly port = String(20000 + (process.pid % 20000));
    #databases = 0;

    constructor(readonly programs: string) {
        chmodSync(this.folder, 0o755);
        this.#give(this.folder);
        mkdirSync(this.scripts);
        for (const name of readdirSync(sources).filter((each) => /\.(sh|sql)$/.test(each)))
            copyFileSync(join(sources, name), join(this.scripts, name));
        writeFileSync(this.passwordFile, `${password}\n`);
        this.#give(this.passwordFile);
        const options = { env: this.environment(), stdio: "pipe" as const, ...runner };
        const initdb = ["-D", this.#data, "-U", "voice", "-A", "scram-sha-256", "--pwfile", this.passwordFile, "-N"];
        execFileSync("initdb", [...initdb, "-E", "UTF8", "--locale=C"], options);
        const settings = `-F -c listen_addresses='' -c unix_socket_directories=${this.folder} -c port=${this.port}`;
        execFileSync("pg_ctl", ["-D", this.#data, "-w", "-o", settings, "-l", join(this.folder, "log"), "start"], {
            ...options,
            stdio: "ignore",
        });
    }

    get passwordFile(): string {
        return join(this.folder, "password");
    }

    #give(path: string): void {
        if (runner.uid !== undefined && runner.gid !== undefined) chownSync(path, runner.uid, runner.gid);
    }

    /** A folder of the server's user. */
    directory(): string {
        const made = mkdtempSync(join(this.folder, "backups-"));
        this.#give(made);
        return made;
    }

    environment(more: Readonly<Record<string, string>> = {}): Record<string, string> {
        return {
            PATH: `${this.programs}${delimiter}${process.env.PATH ?? ""}`,
            LC_ALL: "C",
            PGHOST: this.folder,
            PGPORT: this.port,
            PGUSER: "voice",
            BACKUP_PASSWORD_FILE: this.passwordFile,
            BACKUP_FILE_SYSTEM: "any",
            BACKUP_MINIMUM_FREE: "1",
            TMPDIR: this.folder,
            ...more,
        };
    }

    sql(database: string, statements: string): string {
        return execFileSync("psql", ["-X", "-q", "-A", "-t", "-v", "ON_ERROR_STOP=1", "-d", database], {
            input: statements,
            env: this.environment({ PGPASSWORD: password, PGOPTIONS: "-c client_min_messages=warning" }),
            encoding: "utf8",
            ...runner,
        }).trim();
    }

    database(statements: string): string {
        this.#databases += 1;
        const name = `voice${this.#databases}`;
        this.sql("postgres", `CREATE DATABASE ${name}`);
        this.sql(name, statements);
        return name;
    }

    /** Runs a script to its end. */
    run(script: string, environment: Readonly<Record<string, string>>, ...args: readonly string[]): Promise<Outcome> {
        const command = [...(process.env.BACKUP_TEST_SHELL ?? "sh").split(" "), join(this.scripts, script), ...args];
        const options = { env: this.environment(environment), ...runner };
        return new Promise((done) => {
            execFile(command[0] ?? "sh", command.slice(1), options, (error, out, err) =>
                done({ code: error === null ? 0 : Number(error.code ?? 255), out, err }),
            );
        });
    }

    /** A folder for the front of PATH with a program that does this before, or instead of, what the real one does. */
    standIn(program: string, lines: string): Record<string, string> {
        const folder = this.directory();
        writeFileSync(join(folder, program), `#!/bin/sh\nreal=${this.programs}/${program}\n${lines}\n`);
        chmodSync(join(folder, program), 0o755);
        return { PATH: `${folder}${delimiter}${this.environment().PATH}` };
    }

    /** A backup as the scripts leave it, by its time `20261121T030000Z`. */
    backup(directory: string, database: string, time: string, dump = "dump"): string {
        const name = `${database}-${time}`;
        const folder = join(directory, name);
        mkdirSync(folder);
        const at = time.replace(/(....)(..)(..)T(..)(..)(..)Z/, "$1-$2-$3T$4:$5:$6Z");
        const sha256 = createHash("sha256").update(dump).digest("hex");
        const lines = [
            ["time", at],
            ["epoch", Date.parse(at) / 1000],
            ["size", dump.length],
            ["database-size", 1],
            ["sha256", sha256],
        ];
        writeFileSync(join(folder, "dump"), dump);
        writeFileSync(join(folder, "manifest"), `${lines.map((line) => line.join("\t")).join("\n")}\n`);
        for (const path of [folder, join(folder, "dump"), join(folder, "manifest")]) this.#give(path);
        return name;
    }

    /** Starts a script that goes on. */
    start(script: string, environment: Readonly<Record<string, string>>) {
        const command = [...(process.env.BACKUP_TEST_SHELL ?? "sh").split(" "), join(this.scripts, script)];
        return spawn(command[0] ?? "sh", command.slice(1), {
            env: this.environment(environment),
            stdio: "pipe",
            ...runner,
        });
    }

    stop(): void {
        execFileSync("pg_ctl", ["-D", this.#data, "-m", "immediate", "stop"], {
            env: this.environment(),
            stdio: "ignore",
            ...runner,
        });
        rmSync(this.folder, { recursive: true, force: true });
    }
}

let only: TestServer | undefined;

/** One server for all tests of the run; started when it is first asked for. */
export function theServer(): TestServer {
    if (programsFolder === undefined) throw new Error(without);
    only ??= new TestServer(programsFolder);
    return only;
}

after(() => only?.stop());

let said = false;

/** Tests on a real server, or one line where there is none: the suite forbids tests that are skipped. */
export function onRealServer(title: string, tests: () => void): void {
    if (programsFolder !== undefined) {
        describe(title, tests);
        return;
    }
    if (!said) console.log(without);
    said = true;
}

/** What a person sees in a folder of backups. */
export const seen = (folder: string): string[] =>
    readdirSync(folder)
        .filter((name) => !name.startsWith("."))
        .sort();
/** What is there besides. */
export const unfinished = (folder: string): string[] =>
    readdirSync(folder).filter((name) => name.startsWith(".") && name !== ".lock");

/** The time of a backup that was taken so long ago, as its name says it. */
export const hoursAgo = (hours: number): string =>
    new Date(Date.now() - hours * 3_600_000).toISOString().replace(/[-:]|\.\d+/g, "");

/** Waits until it is so. */
export async function until(what: string, isSo: () => boolean, patience = 10_000): Promise<void> {
    for (const end = Date.now() + patience; !isSo(); await new Promise((go) => setTimeout(go, 20)))
        if (Date.now() > end) throw new Error(`waited in vain until ${what}`);
}
