import { strict as assert } from "node:assert";
import { parse } from "yaml";
import { answersWell, probeConfiguration } from "../../../../../platforms/docker/monitoring/configuration/probes";

describe("the probes' configuration", () => {
    it("ORB-16 asks for a page as a visitor would, and takes no certificate that a browser would not", () => {
        const { modules } = parse(probeConfiguration());
        assert.deepEqual(Object.keys(modules), [answersWell]);
        const { prober, timeout, http } = modules[answersWell];
        assert.deepEqual([prober, timeout, http.method, http.follow_redirects], ["http", "10s", "GET", true]);
        assert.equal(http.tls_config, undefined);
        assert.equal(http.valid_status_codes, undefined);
    });
});
