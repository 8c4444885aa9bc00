import * as pulumi from "@pulumi/pulumi";
import * as random from "@pulumi/random";
import { toMebibytes } from "../../../environment/units";
import type { GrafanaAccess } from "../../platform";
import { baseImage } from "../base-images";
import { secretsFolder } from "../secrets";
import { addresses } from "./addresses";
import { grafanaFiles } from "./configuration/grafana";
import { configurationFiles, dataFolders } from "./places";
import { answersAt, keptBy, lent, partOf, program, type Site } from "./program";
import { sizes } from "./sizes";

const user = "admin";

/**
 * Nothing goes out, nobody signs up, and nothing is fetched at the start: the host need not reach the internet for it. Where
 * no plugin is installed beforehand, Grafana does not look at `preinstall_auto_update` any more.
 * https://github.com/grafana/grafana/blob/main/pkg/setting/setting_plugins.go
 */
const closed = {
    GF_ANALYTICS_REPORTING_ENABLED: "false",
    GF_ANALYTICS_CHECK_FOR_UPDATES: "false",
    GF_ANALYTICS_CHECK_FOR_PLUGIN_UPDATES: "false",
    GF_ANALYTICS_FEEDBACK_LINKS_ENABLED: "false",
    GF_NEWS_NEWS_FEED_ENABLED: "false",
    GF_PLUGINS_PREINSTALL_DISABLED: "true",
    GF_PLUGINS_PLUGIN_ADMIN_ENABLED: "false",
    GF_SECURITY_DISABLE_GRAVATAR: "true",
    GF_SNAPSHOTS_EXTERNAL_ENABLED: "false",
    GF_USERS_ALLOW_SIGN_UP: "false",
};

/**
 * Shows it all, at an address of the host. What it shows comes from files; its volume holds users and what they add.
 * https://grafana.com/docs/grafana/latest/setup-grafana/configure-grafana/
 */
export function grafana(
    site: Site,
    { address: at, port }: { readonly address: string; readonly port: number },
): GrafanaAccess {
    const { parent } = site;
    const address = addresses.grafana;
    const image = baseImage("grafana");
    const name = partOf(site, address.alias);
    const { result: password } = new random.RandomPassword(
        `${name}-password`,
        { length: 32, special: false },
        { parent },
    );
    const texts = [{ name: "admin-password", content: password }];
    const container = program(site, address, {
        image,
        variables: {
            ...closed,
            GF_LOG_MODE: "console",
            GF_PATHS_PROVISIONING: configurationFiles.grafana,
            GF_SECURITY_ADMIN_USER: user,
            GF_SECURITY_ADMIN_PASSWORD__FILE: `${secretsFolder}/admin-password`,
        },
        files: [
            ...byFolder(site).map(([folder, those]) =>
                lent(site, `${address.alias}-${folder}`, {
                    folder: `${configurationFiles.grafana}/${folder}`,
                    image,
                    texts: those.map(({ name: file, content }) => ({ name: file, content })),
                }),
            ),
            lent(site, `${address.alias}-secrets`, { folder: secretsFolder, image, texts }),
        ],
        volumes: { [dataFolders.grafana]: keptBy(site, address) },
        scratch: { "/tmp": toMebibytes(64) },
        ports: { [address.port]: { address: at, port } },
        health: answersAt(address, "/api/health"),
        ...sizes.grafana,
    });
    return { url: container.name.apply(() => `http://${at}:${port}`), user, password: pulumi.secret(password) };
}

function byFolder({ monitored }: Site) {
    const all = grafanaFiles(monitored);
    const folders = [...new Set(all.map(({ folder }) => folder))].sort();
    return folders.map((folder) => [folder, all.filter((file) => file.folder === folder)] as const);
}
