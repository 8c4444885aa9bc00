import * as assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import * as pulumi from "@pulumi/pulumi";
import { dumps } from "../../../../environment/schema/dumps";
import {
    type BackUpArgs,
    type BackUpContainer,
    backUpContainer,
    type ShipArgs,
    shipContainer,
    userOf,
} from "../../../../platforms/docker/backup";

const targetOf = (target: unknown) => dumps.parse({ target }).target;
const share = targetOf({ kind: "path", path: "/mnt/backups/staging" });
const storage = targetOf({ kind: "s3", endpoint: "https://s3.eu-central-1.amazonaws.com", bucket: "acme-backups" });
assert.ok(storage.kind === "s3");

const database = { host: "staging-database", port: 5432, database: "voice", user: "voice", password: "s3cret" };
const backUp = (more: Partial<BackUpArgs> = {}): BackUpContainer =>
    backUpContainer({
        image: "postgres:16-alpine",
        database,
        at: "03:00",
        keep: 7,
        target: share,
        work: "staging-backup",
        ...more,
    });
const ship = (more: Partial<ShipArgs> = {}): BackUpContainer =>
    shipContainer({
        environment: "staging",
        image: "rclone/rclone:1.71",
        serverImage: "postgres:16-alpine",
        database,
        keep: 7,
        target: storage,
        key: { accessKeyId: "AKIA", secretAccessKey: pulumi.secret("k3y\nendpoint = https://elsewhere") },
        work: "staging-backup",
        ...more,
    });
const settled = <T>(value: pulumi.Input<T>): Promise<T> =>
    new Promise((done) => pulumi.output(value).apply((known) => done(known as T)));
const text = ({ texts }: BackUpContainer, folder: string, name: string) =>
    texts[folder]?.find((each) => each.name === name)?.content;

describe("the containers of backups", () => {
    it("ORB-15 are told database, hour, days and target, and the password by a file alone", () => {
        const container = backUp();
        assert.deepEqual(container.variables, {
            PGHOST: "staging-database",
            PGPORT: "5432",
            PGDATABASE: "voice",
            PGUSER: "voice",
            BACKUP_PASSWORD_FILE: "/run/secrets/password",
            BACKUP_DIRECTORY: "/backups",
            BACKUP_FILE_SYSTEM: "network",
            BACKUP_SCRATCH: "/var/lib/postgresql/data",
            BACKUP_AT: "03:00",
            BACKUP_KEEP: "7",
        });
        assert.deepEqual(
            [container.ontoHost, container.volumes],
            [{ "/backups": "/mnt/backups/staging" }, { "/var/lib/postgresql/data": "staging-backup" }],
        );
        assert.equal(text(container, "/run/secrets", "password"), "s3cret");
        assert.deepEqual(container.entryPoint, ["sh", "/backup/schedule.sh"]);
        assert.deepEqual(container.health?.test, ["CMD", "sh", "/backup/health.sh"]);
    });

    it("run as the image's own user, who may write its data and reads what it has written", () => {
        assert.equal(userOf("postgres:16-alpine"), "70:70");
        assert.equal(userOf("postgres:17-alpine3.22@sha256:abc"), "70:70");
        assert.equal(userOf("pgvector/pgvector:pg16"), "999:999");
        assert.equal(ship({ serverImage: "pgvector/pgvector:pg16" }).user, "999:999");
    });

    it("let a backup wait in a volume until it is shipped to storage", () => {
        const { variables, volumes, ontoHost } = backUp({ target: storage });
        assert.deepEqual(volumes, { "/var/lib/postgresql/data": "staging-backup" });
        assert.equal(variables?.BACKUP_DIRECTORY, "/var/lib/postgresql/data/backups");
        assert.equal(ontoHost, undefined);
        assert.deepEqual(ship().volumes, { "/backups": "staging-backup" });
        assert.equal(ship().variables?.BACKUP_DIRECTORY, "/backups/backups");
    });

    it("ship to the environment's own prefix, with the key in rclone's file alone", async () => {
        const container = ship();
        assert.equal(container.variables?.SHIP_TO, "outside:acme-backups/staging");
        assert.equal(container.variables?.SHIP_DELETES, "yes");
        assert.equal(JSON.stringify(container.variables).includes("AKIA"), false);
        const configuration = text(container, "/run/secrets", "rclone.conf") ?? "";
        assert.equal(await pulumi.isSecret(pulumi.output(configuration)), true);
        assert.deepEqual((await settled(configuration)).split("\n"), [
            "[outside]",
            "type = s3",
            "provider = AWS",
            "env_auth = false",
            "access_key_id = AKIA",
            "secret_access_key = k3yendpoint = https://elsewhere",
            "endpoint = https://s3.eu-central-1.amazonaws.com",
            "region = us-east-1",
            "acl = private",
            "no_check_bucket = true",
            "",
        ]);
        const other = {
            ...storage,
            endpoint: "https://minio.example.com:9000",
            prefix: "a/b",
            expiry: "bucket" as const,
        };
        const elsewhere = ship({ target: other });
        assert.equal(elsewhere.variables?.SHIP_TO, "outside:acme-backups/a/b");
        assert.equal(elsewhere.variables?.SHIP_DELETES, "no");
        assert.match(await settled(text(elsewhere, "/run/secrets", "rclone.conf") ?? ""), /^provider = Other$/m);
    });

    it("find every script that another one calls, and all of them are what busybox can read", () => {
        const folder = join(__dirname, "../../../../platforms/docker/backup");
        const files = readdirSync(folder).filter((name) => /\.(sh|sql)$/.test(name));
        const served = [backUp(), ship()].map(({ texts }) => (texts["/backup"] ?? []).map(({ name }) => name));
        assert.deepEqual([...new Set(served.flat())].sort(), files.sort());
        for (const names of served)
            for (const name of names) {
                const source = readFileSync(join(folder, name), "utf8");
                for (const [, called = ""] of source.matchAll(
                    /(?:\$scripts|\$\(dirname "\$0"\))\/([a-z-]+\.(?:sh|sql))/g,
                ))
                    assert.ok(names.includes(called), `${name} calls ${called}`);
                assert.doesNotMatch(source, /\[\[|<\(|^function |\blocal \b|pipefail|\$'/m, name);
            }
    });
});

describe("where backups go", () => {
    const faultOf = (target: unknown) => {
        const { error } = dumps.safeParse({ target });
        return error?.issues.map(({ message }) => message).join("; ");
    };

    it("ORB-15 is said, and is outside the host", () => {
        assert.equal(dumps.safeParse({}).success, false);
        assert.equal(dumps.safeParse({ target: { kind: "volume", volume: "backups" } }).success, false);
        for (const path of ["/tmp/backups", "/var/lib/docker/volumes/backups", "/dev/shm", "/run/backups"])
            assert.equal(faultOf({ kind: "path", path }), "is on this host and goes when it goes", path);
        for (const path of ["backups", "/mnt/../tmp", "/mnt/./b", "/mnt/", "/mnt/a b", "/", ""])
            assert.notEqual(faultOf({ kind: "path", path }), undefined, path);
        for (const path of ["/mnt/backups", "/srv/nas/voice-staging", "/var/backups", "/temporary"])
            assert.equal(faultOf({ kind: "path", path }), undefined, path);
    });

    it("is a network file system unless somebody else answers for it", () => {
        assert.deepEqual(share, { kind: "path", path: "/mnt/backups/staging", fileSystem: "network" });
    });

    it("is a bucket behind TLS", () => {
        const at = (endpoint: string) => faultOf({ kind: "s3", endpoint, bucket: "acme-backups" });
        assert.equal(at("http://minio:9000"), "is no https:// end point");
        assert.equal(at("https://s3.example.com/acme-backups"), "is no https:// end point");
        assert.equal(at("https://minio:9000"), undefined);
        assert.equal(faultOf({ ...storage, bucket: "Acme" }), "is no bucket name");
        assert.equal(faultOf({ ...storage, prefix: "../main" }), "is no prefix");
    });
});
