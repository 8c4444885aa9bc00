import { strict as assert } from "node:assert";
import { made, textsOf, variablesOf } from "../host";
import { watched } from "./watched-host";

describe("Grafana", () => {
    it("has a password made up for it, as a file, and shows nothing to who has not signed in", async () => {
        const resources = await watched();
        const variables = variablesOf(made(resources, "watch-grafana"));
        assert.equal(variables.GF_SECURITY_ADMIN_PASSWORD__FILE, "/run/secrets/admin-password");
        assert.equal(variables.GF_USERS_ALLOW_SIGN_UP, "false");
        assert.equal(variables.GF_AUTH_ANONYMOUS_ENABLED, undefined);
        const carrier = made(resources, "watch-grafana-secrets-files");
        assert.deepEqual(Object.keys(textsOf(carrier)), ["/run/secrets/admin-password"]);
    });

    it("reaches out to nobody", async () => {
        const variables = variablesOf(made(await watched(), "watch-grafana"));
        for (const what of ["REPORTING_ENABLED", "CHECK_FOR_UPDATES", "CHECK_FOR_PLUGIN_UPDATES"])
            assert.equal(variables[`GF_ANALYTICS_${what}`], "false", what);
        assert.equal(variables.GF_PLUGINS_PREINSTALL_DISABLED, "true");
    });

    it("finds data sources and dashboards in folders of its provisioning", async () => {
        const resources = await watched();
        const folders = resources
            .filter(({ name }) => /^watch-grafana-.+-files$/.test(name))
            .map(({ inputs }) => inputs.volumes[0].containerPath)
            .sort();
        assert.deepEqual(folders, [
            "/configuration/dashboards",
            "/configuration/datasources",
            "/configuration/json",
            "/run/secrets",
        ]);
    });
});
