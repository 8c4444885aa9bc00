import assert from "node:assert/strict";
import { tunnelIngress } from "../../../review/isolation/tunnel-ingress";
import { fronts, hosts, main, shared, staging } from "./shared-stacks";

const led = (ingress: Record<string, string>) =>
    tunnelIngress([staging(), main(), shared({ "ringfence:tunnel.ingress": ingress })]);
const right = { [hosts.staging]: fronts.staging, [hosts.main]: fronts.main };

describe("the ingress list of a tunnel", () => {
    it("ORA-4 leads each host name to the front of its environment", () => {
        assert.deepEqual(led(right), []);
        assert.deepEqual(tunnelIngress([staging(), main()]), []);
    });
    it("ORA-4 must not leave out a host name: the line to write is told", () => {
        const found = led({ [hosts.main]: fronts.main });
        assert.deepEqual(
            found.map(({ rule, stacks }) => [rule, stacks]),
            [["tunnel-ingress", ["staging", "shared"]]],
        );
        assert.match(
            found[0]?.message ?? "",
            /^staging\.acme\.example of staging leads nowhere .* write "staging\.acme\.example: http:\/\/192\.168\.120\.12:3101" at ringfence:tunnel\.ingress of shared\.$/,
        );
    });
    it("ORA-6 must not lead staging's callers to production", () => {
        const [found, ...others] = led({ ...right, [hosts.staging]: fronts.main });
        assert.deepEqual(others, []);
        assert.match(found?.message ?? "", /leads to http:\/\/192\.168\.120\.12:3100, the front of main,/);
    });
    it("must not lead a host name to an environment that has it not", () => {
        const [found, ...others] = led({ ...right, "other.acme.example": fronts.main });
        assert.deepEqual(others, []);
        assert.match(found?.message ?? "", /other\.acme\.example leads to the front of main .* remove the line/);
    });
    it("may lead elsewhere what is no environment's", () => {
        assert.deepEqual(led({ ...right, "grafana.acme.example": "http://192.168.120.12:3000" }), []);
    });
});
