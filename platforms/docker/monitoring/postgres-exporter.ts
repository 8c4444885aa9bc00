import type { Container } from "@pulumi/docker";
import * as pulumi from "@pulumi/pulumi";
import { baseImage } from "../base-images";
import type { RunningPostgres } from "../inventory";
import { secretsFolder } from "../secrets";
import { addresses } from "./addresses";
import type { PostgresRole } from "./postgres-role";
import { answersAt, lent, program, type Site } from "./program";
import { sizes } from "./sizes";

/**
 * What the role may not ask: the files of the write-ahead log are a superuser's to list, and of another session's state it
 * sees nothing, which would be told as zero. All others of the usual ones need no right beyond signing in.
 */
const leftOut = ["stat_activity", "wal"];

/** Tells how PostgreSQL is: https://github.com/prometheus-community/postgres_exporter */
export function postgresExporter(site: Site, server: RunningPostgres, role: PostgresRole): Container {
    const address = addresses.postgresExporter;
    const image = baseImage("postgres-exporter");
    const texts = [{ name: "password", content: role.password }];
    return program(site, address, {
        image,
        command: leftOut.map((each) => `--no-collector.${each}`),
        variables: {
            // In clear: nothing leaves the host.
            DATA_SOURCE_URI: pulumi.interpolate`${server.host}:5432/${server.database}?sslmode=disable`,
            DATA_SOURCE_USER: role.name,
            DATA_SOURCE_PASS_FILE: `${secretsFolder}/password`,
        },
        also: [site.engine.networks.data],
        after: [role.resource],
        files: [lent(site, `${address.alias}-secrets`, { folder: secretsFolder, image, texts })],
        health: answersAt(address, "/"),
        ...sizes.postgresExporter,
    });
}
