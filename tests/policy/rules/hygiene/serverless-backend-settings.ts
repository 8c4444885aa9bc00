import { serverlessBackendSettings } from "../../../../policy/rules/hygiene/serverless-backend-settings";
import { type BalancerBends, balanced } from "../../balancers";
import { casesOf } from "../../cases";
import { production } from "../../environments";
import { unknown } from "../../facts-builders";
import { type Stack, stackOn } from "../../stack";

const on = (bends: BalancerBends = {}): Stack => ({ more: (main) => balanced(main, bends) });

export default casesOf(
    serverlessBackendSettings,
    stackOn({ environment: production(), runs: false }),
    on(),
    {
        "no session affinity, said": on({ backend: { sessionAffinity: "NONE" } }),
        "a timeout that is not known yet": on({ backend: { timeoutSec: unknown } }),
        "another kind of back end": on({
            group: { networkEndpointType: "INTERNET_FQDN_PORT" },
            backend: { timeoutSec: 60 },
        }),
        "a back end without groups": on({ backend: { backends: [], timeoutSec: 60, healthChecks: "check" } }),
    },
    {
        "a timeout": [on({ backend: { timeoutSec: 3600 } }), /refuses timeoutSec/],
        "a health check": [on({ backend: { healthChecks: "check" } }), /refuses healthChecks/],
        "a port": [on({ backend: { portName: "http" } }), /refuses portName/],
        "session affinity": [on({ backend: { sessionAffinity: "GENERATED_COOKIE" } }), /sessionAffinity does nothing/],
    },
);
