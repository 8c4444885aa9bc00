import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { ResourceFacts } from "../../policy/facts";
import { planned } from "./deployment";

const monitoring = `
  ringfence:monitoring:
    notify: [operator@example.com]
    mail: { server: "smtp.example.com:587", from: alerts@example.com }
`;

/** Images that Debian has no packages for, so that tests/docker/images/build.sh makes none. */
const elsewhere = /-monitoring-(grafana|loki|log-collector|container-exporter)$/;

/** The laptop's stack with monitoring, as far as its images are to be had everywhere. */
export async function watchedLaptop(root: string): Promise<readonly ResourceFacts[]> {
    const folder = mkdtempSync(join(tmpdir(), "ringfence-watched-"));
    try {
        writeFileSync(join(folder, "Pulumi.yaml"), `name: ringfence\nruntime: nodejs\nmain: ${JSON.stringify(root)}\n`);
        const laptop = readFileSync(join(root, "Pulumi.local.yaml"), "utf8").replace(/^encryptionsalt:.*\n/m, "");
        writeFileSync(join(folder, "Pulumi.local.yaml"), `${laptop.trimEnd()}\n${monitoring}`);
        const resources = await planned(folder, "local");
        const left = resources.filter(({ name }) => elsewhere.test(name)).map(({ inputs }) => inputs.image);
        return resources.filter(
            ({ type, inputs }) =>
                !(type.endsWith(":Container") && left.includes(inputs.image ?? null)) &&
                !(type.endsWith(":RemoteImage") && left.includes(inputs.name ?? null)),
        );
    } finally {
        rmSync(folder, { recursive: true });
    }
}
