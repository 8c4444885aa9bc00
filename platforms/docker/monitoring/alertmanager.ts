import type { Container } from "@pulumi/docker";
import type { MailArgs } from "../../platform";
import { baseImage } from "../base-images";
import { contentOf, secretsFolder } from "../secrets";
import { addresses } from "./addresses";
import { alertmanagerConfiguration } from "./configuration/alertmanager";
import { configurationFiles, dataFolders, mailPasswordFile } from "./places";
import { answersAt, configured, fileName, keptBy, lent, program, type Site } from "./program";
import { sizes } from "./sizes";

/** Sends the mails: https://prometheus.io/docs/alerting/latest/alertmanager/ */
export function alertmanager(site: Site, { password }: MailArgs): Container {
    const address = addresses.alertmanager;
    const image = baseImage("alertmanager");
    const texts = [{ name: fileName(mailPasswordFile), content: contentOf(password) }];
    return program(site, address, {
        image,
        command: [
            `--config.file=${configurationFiles.alertmanager}`,
            `--storage.path=${dataFolders.alertmanager}`,
            // It is alone, and looks for no others.
            "--cluster.listen-address=",
        ],
        files: [
            configured(site, address, image, [
                { name: fileName(configurationFiles.alertmanager), content: alertmanagerConfiguration(site.monitored) },
            ]),
            lent(site, `${address.alias}-secrets`, { folder: secretsFolder, image, texts }),
        ],
        volumes: { [dataFolders.alertmanager]: keptBy(site, address) },
        health: answersAt(address, "/-/healthy"),
        ...sizes.alertmanager,
    });
}
