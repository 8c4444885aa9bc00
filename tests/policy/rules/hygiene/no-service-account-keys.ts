import { noServiceAccountKeys } from "../../../../policy/rules/hygiene/no-service-account-keys";
import { casesOf } from "../../cases";
import { sandbox } from "../../environments";
import { output, resource, serviceAccount } from "../../facts-builders";
import { stackOn } from "../../stack";

const account = (beta: Parameters<typeof serviceAccount>[0]) => serviceAccount(beta, "deployer");

export default casesOf(
    noServiceAccountKeys,
    stackOn({ environment: sandbox() }),
    {},
    {
        "an account without a key": { more: (beta) => [account(beta)] },
        "a key that is only read": {
            more: (beta) => [resource(beta, "gcp:serviceaccount/key:Key", "key", {}, { external: true })],
        },
    },
    {
        "a key": [
            {
                more: (beta) => [
                    account(beta),
                    resource(beta, "gcp:serviceaccount/key:Key", "key", {
                        serviceAccountId: output(account(beta), "name"),
                    }),
                ],
            },
            /does not expire/,
        ],
        "a key in the manner of S3": [
            { more: (beta) => [resource(beta, "gcp:storage/hmacKey:HmacKey", "key", { serviceAccountEmail: "x" })] },
            /does not expire/,
        ],
    },
);
