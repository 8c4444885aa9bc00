import { strict as assert } from "node:assert";
import { parse } from "yaml";
import { grafanaFiles } from "../../../../../platforms/docker/monitoring/configuration/grafana";
import type { Monitored } from "../../../../../platforms/docker/monitoring/description";
import { configurationFiles } from "../../../../../platforms/docker/monitoring/places";
import { everything, least } from "../environments";

const file = (monitored: Monitored, folder: string): string => {
    const [found, ...others] = grafanaFiles(monitored).filter((each) => each.folder === folder);
    assert.ok(found !== undefined && others.length === 0, folder);
    return found.content;
};

describe("what Grafana is provisioned with", () => {
    it("ORB-16 is where figures and logs are, under names that the dashboard asks by", () => {
        const { datasources, prune } = parse(file(everything(), "datasources"));
        assert.deepEqual(
            datasources.map(({ uid, type, url }: Record<string, string>) => [uid, type, url]),
            [
                ["prometheus", "prometheus", "http://prometheus:9090"],
                ["loki", "loki", "http://loki:3100"],
                ["alertmanager", "alertmanager", "http://alertmanager:9093"],
            ],
        );
        assert.equal(prune, true);
        for (const { editable } of datasources) assert.equal(editable, false);
        assert.equal(parse(file(least(), "datasources")).datasources.length, 2);
    });

    it("is the dashboard, in the folder that is looked into, and nobody changes it by hand", () => {
        const [provider] = parse(file(everything(), "dashboards")).providers;
        assert.deepEqual(
            [provider.options.path, provider.allowUiUpdates],
            [`${configurationFiles.grafana}/json`, false],
        );
        assert.equal(JSON.parse(file(everything(), "json")).uid, "environment");
    });
});
