import { strict as assert } from "node:assert";
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { containerExporterConfiguration } from "../../../../platforms/docker/monitoring/configuration/container-exporter";
import { logCollectorConfiguration } from "../../../../platforms/docker/monitoring/configuration/log-collector";
import { lokiConfiguration } from "../../../../platforms/docker/monitoring/configuration/loki";
import { probeConfiguration } from "../../../../platforms/docker/monitoring/configuration/probes";
import type { Monitored } from "../../../../platforms/docker/monitoring/description";
import { describeWith } from "../front/tools";
import { everything, least } from "./environments";
import { missing, program } from "./tools";

interface Checked {
    readonly program: string;
    readonly file: string;
    readonly text: (monitored: Monitored) => string;
    /** What makes it look at the file and end. */
    readonly args: (file: string) => readonly string[];
}

/** Those that no distribution has in a version of today; another place of one by a variable such as `ALLOY_PROGRAM`. */
const programs: readonly Checked[] = [
    { program: "alloy", file: "config.alloy", text: logCollectorConfiguration, args: (file) => ["validate", file] },
    {
        program: "alloy",
        file: "config.alloy",
        text: logCollectorConfiguration,
        args: (file) => ["fmt", "--test", file],
    },
    {
        program: "loki",
        file: "loki.yml",
        text: lokiConfiguration,
        args: (file) => ["-verify-config", `-config.file=${file}`],
    },
    {
        program: "telegraf",
        file: "telegraf.conf",
        text: containerExporterConfiguration,
        args: (file) => ["config", "check", "--config", file],
    },
    {
        program: "blackbox_exporter",
        file: "probes.yml",
        text: probeConfiguration,
        args: (file) => ["--config.check", `--config.file=${file}`],
    },
];

for (const name of new Set(programs.map((each) => each.program)))
    describeWith(missing(name), `what ${name} is told, in its own eyes`, () => {
        for (const { file, text, args } of programs.filter((each) => each.program === name))
            for (const [title, monitored] of Object.entries({ everything: everything(), "the least": least() }))
                it(`${args("FILE").join(" ")} finds no fault with ${title}`, () => {
                    const folder = mkdtempSync(join(tmpdir(), `${name}-`));
                    writeFileSync(join(folder, file), text(monitored));
                    const { status, stdout, stderr } = spawnSync(program(name) ?? "", args(join(folder, file)), {
                        encoding: "utf8",
                    });
                    rmSync(folder, { recursive: true });
                    assert.equal(status, 0, `${stdout}${stderr}`);
                });
    });
