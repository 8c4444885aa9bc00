import type { Value } from "../../../../../policy/facts";
import type { Bent } from "../../../cases";
import { interpolated, output, resource } from "../../../facts-builders";
import type { Stack } from "../../../stack";
import { container, mounting, server } from "./stack";

const file = (path: string, content: Value): Stack => ({
    workload: { inputs: { uploads: [{ file: path, content }] } },
});
/** A container that is told its database's address by a file, which a container that never runs lends it. */
const lending = (known?: string): Stack => ({
    more: (staging) => [
        resource(staging, "docker:index/container:Container", "files", {
            image: "voice",
            start: false,
            networkMode: "none",
            volumes: [{ containerPath: "/run/secrets" }],
            uploads: [
                {
                    file: "/run/secrets/database-url",
                    content: interpolated`postgresql://voice@${[server(staging), "privateIpAddress"]}/voice`,
                },
            ],
        }),
    ],
    from: ([, files]) => ({
        variables: { DATABASE_URL_FILE: "/run/secrets/database-url" },
        workload: {
            inputs: { volumes: [{ fromContainer: known ?? output(files, "name"), readOnly: true }] },
            ...(known === undefined ? {} : { propertyDependencies: { volumes: [files.urn] } }),
        },
    }),
});

/** Files that a container finds. */
export const files: Bent = {
    passes: {
        "files that another container lends": [lending(), "docker"],
        "files that another container lends, its name known already": [lending("files-0a1b2c3"), "docker"],
        "the database's address in a file": [
            {
                more: (staging) => [container(staging)],
                ...file("/run/secrets/database-url", "postgresql://voice@yarnify-staging-db:5432/voice"),
            },
            "docker",
        ],
        "a script that is told the address later": [
            file("/back-up.sh", 'PGHOST="$DATABASE_HOST" pg_dump --dbname="$(cat /run/secrets/database-url)"'),
            "docker",
        ],
    },
    fails: {
        "an address in a file that a variable names": [
            file("/run/secrets/database-host", "10.0.0.9"),
            /The file \/run\/secrets\/database-host .* written out/,
            "docker",
        ],
        "a setting in a file": [
            file("/app/.env", "LOG_LEVEL=info\nDATABASE_HOST=10.0.0.9\n"),
            /DATABASE_HOST in the file \/app\/.env .* written out/,
            "docker",
        ],
        "an address in a file in Base64": [
            {
                workload: {
                    inputs: {
                        uploads: [
                            {
                                file: "/run/secrets/database-url",
                                contentBase64: Buffer.from("postgresql://voice@yarnify-db/voice").toString("base64"),
                            },
                        ],
                    },
                },
            },
            /The file \/run\/secrets\/database-url .* written out/,
            "docker",
        ],
        "a file that is only read when it is deployed": [
            { workload: { inputs: { uploads: [{ file: "/app/.env", source: "./main.env" }] } } },
            /uploads\[0\] is read from a file when it is deployed/,
            "docker",
        ],
        "an address in a configuration of a swarm": [
            {
                runs: false,
                more: (staging) => [
                    resource(staging, "docker:index/serviceConfig:ServiceConfig", "settings", {
                        name: "database-url",
                        data: Buffer.from("postgresql://voice@yarnify-db/voice").toString("base64"),
                    }),
                ],
            },
            /database-url .* written out/,
            "docker",
        ],
        "an address in a file of the host": [
            {
                variables: { DATABASE_URL_FILE: "/run/secrets/database-url" },
                ...mounting({ hostPath: "/srv/main-secrets", containerPath: "/run/secrets" }),
            },
            /DATABASE_URL_FILE .* a file that this stack does not write/,
            "docker",
        ],
        "an address in a file": [
            { workload: { inputs: { uploads: [{ file: "/.env", content: "STORE=mysql://app@10.12.0.3/leads" }] } } },
            /The file \/.env cannot be used here/,
            "docker",
        ],
    },
};
