import type { Value } from "../../../../policy/facts";
import { leastPrivilegeIdentity } from "../../../../policy/rules/hygiene/least-privilege-identity";
import { casesOf } from "../../cases";
import { preProduction } from "../../environments";
import { output, resource, serviceAccount, unknown, unknownFrom } from "../../facts-builders";
import { type Stack, stackOn } from "../../stack";

const as = (identity: Value): Stack => ({ workload: { template: { serviceAccount: identity } } });
type Account = ReturnType<typeof serviceAccount>;
const withOther = (identity: (...accounts: readonly [Account, Account]) => Value, kind = "service:Service"): Stack => ({
    more: (staging) => {
        const account = serviceAccount(staging, "agent");
        const second = serviceAccount(staging, "second");
        const run = { serviceAccount: identity(account, second), containers: [] };
        return [
            account,
            second,
            resource(staging, `gcp:cloudrunv2/${kind}`, "other", {
                name: "other",
                template: kind.startsWith("job") ? { template: run } : run,
            }),
        ];
    },
    from: ([account]) => ({ workload: { template: { serviceAccount: output(account, "email") } } }),
});

export default casesOf(
    leastPrivilegeIdentity,
    stackOn({ environment: preProduction() }),
    {},
    {
        "an account by its address": as("agent@acme-voice-staging.iam.gserviceaccount.com"),
        "not known yet": as(unknown),
        "one of two accounts, not known yet which": withOther((account, other) => unknownFrom(account, other)),
        "a job of the same service": withOther((account) => output(account, "email"), "job:Job"),
        "no code at all": {
            runs: false,
            more: (staging) => [serviceAccount(staging, "agent")],
        },
    },
    {
        "no account": [as(null), /runs as the project's default account/],
        "Compute Engine's default account": [
            as("123456789012-compute@developer.gserviceaccount.com"),
            /runs as a default account/,
        ],
        "App Engine's default account": [
            as("acme-voice-staging@appspot.gserviceaccount.com"),
            /runs as a default account/,
        ],
        "another service's account": [
            withOther((account) => output(account, "email")),
            /runs as the account of "other"/,
        ],
        "a job without an account": [
            {
                runs: false,
                more: (staging) => [
                    resource(staging, "gcp:cloudrunv2/job:Job", "job", { name: "migrate", template: { template: {} } }),
                ],
            },
            /"migrate" runs as the project's default account/,
        ],
    },
);
