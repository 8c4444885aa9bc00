import { strict as assert } from "node:assert";
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parse } from "yaml";
import { alertRules } from "../../../../../platforms/docker/monitoring/alerts";
import { alertmanagerConfiguration } from "../../../../../platforms/docker/monitoring/configuration/alertmanager";
import type { Monitored } from "../../../../../platforms/docker/monitoring/description";
import { mailPasswordFile } from "../../../../../platforms/docker/monitoring/places";
import { describeWith } from "../../front/tools";
import { everything, least } from "../environments";
import { missing, program } from "../tools";

const read = (monitored: Monitored) => parse(alertmanagerConfiguration(monitored));

describe("Alertmanager's configuration", () => {
    it("ORB-16 sends mails to everybody who is to be told, over TLS, with a password that is in a file", () => {
        const { global, receivers } = read(everything());
        assert.deepEqual(global, {
            smtp_smarthost: "smtp.example.com:587",
            smtp_from: "voice@example.com",
            smtp_auth_username: "voice@example.com",
            smtp_auth_password_file: mailPasswordFile,
            smtp_require_tls: true,
            resolve_timeout: "5m",
        });
        const [{ email_configs: mails }] = receivers;
        assert.deepEqual(
            mails.map(({ to }: { to: string }) => to),
            ["ops@example.com", "night@example.com"],
        );
        for (const mail of mails) assert.equal(mail.send_resolved, true);
    });

    it("reminds of what is urgent in production every hour, and of nothing else before four days", () => {
        const { route } = read(everything());
        assert.deepEqual([route.repeat_interval, route.group_by], ["4d", ["alertname"]]);
        assert.deepEqual(route.routes, [{ matchers: ['urgent="true"'], repeat_interval: "1h" }]);
        assert.equal(read(everything("pre-production")).route.routes, undefined);
    });

    it("sends no second mail about what the first one says, by names that alerts have", () => {
        const { groups } = parse(alertRules(everything()));
        const names: readonly string[] = groups.flatMap(({ rules }: { rules: { alert: string }[] }) =>
            rules.map(({ alert }) => alert),
        );
        for (const { source_matchers, target_matchers } of read(everything()).inhibit_rules)
            for (const matcher of [...source_matchers, ...target_matchers] as string[]) {
                const [, pattern] = /^alertname=~?"(.+)"$/.exec(matcher) ?? [];
                if (pattern === undefined) continue;
                for (const each of pattern.split("|"))
                    assert.ok(
                        names.some((name) => new RegExp(`^(?:${each})$`).test(name)),
                        `${matcher} is the name of no alert`,
                    );
            }
    });

    it("writes what alerts say of themselves", () => {
        const [{ email_configs: mails }] = read(everything()).receivers;
        const { groups } = parse(alertRules(everything()));
        const { annotations, labels } = groups[0].rules[0];
        const external = ["project", "environment", "tier"];
        const used = (kind: string): readonly string[] =>
            [...`${mails[0].text}${mails[0].headers.Subject}`.matchAll(new RegExp(`${kind}\\.(\\w+)`, "g"))].map(
                ([, name = ""]) => name,
            );
        for (const name of used("Annotations")) assert.ok(name in annotations, name);
        for (const name of used("Labels")) assert.ok(name in labels || external.includes(name), name);
        assert.ok(used("Annotations").length >= 5 && used("Labels").length >= 4);
    });

    it("is not to be had where nobody is told", () => {
        assert.throws(() => alertmanagerConfiguration(least()), /nobody is told of alerts/);
    });
});

describeWith(missing("amtool"), "Alertmanager's configuration in its own eyes", () => {
    for (const tier of ["production", "sandbox"] as const)
        it(`has no fault in the tier ${tier}`, () => {
            const folder = mkdtempSync(join(tmpdir(), "alertmanager-"));
            const file = join(folder, "alertmanager.yml");
            writeFileSync(file, alertmanagerConfiguration(everything(tier)));
            const { status, stdout, stderr } = spawnSync(program("amtool") ?? "", ["check-config", file], {
                encoding: "utf8",
            });
            rmSync(folder, { recursive: true });
            assert.equal(status, 0, `${stdout}${stderr}`);
        });
});
