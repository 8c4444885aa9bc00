import { secretsAsFiles } from "../../../../policy/rules/hygiene/secrets-as-files";
import { casesOf } from "../../cases";
import { preProduction } from "../../environments";
import { interpolated, output, resource } from "../../facts-builders";
import { stackOn } from "../../stack";

type Environment = Parameters<typeof resource>[0];
const password = (environment: Environment) => [
    resource(environment, "random:index/randomPassword:RandomPassword", "password", {}),
];

export default casesOf(
    secretsAsFiles,
    stackOn({ environment: preProduction(), variables: { LOG_LEVEL: "info" } }),
    {},
    {
        "secrets in files": {
            variables: { DATABASE_URL_FILE: "/run/secrets/database-url", API_TOKEN: "/run/secrets/api-token" },
        },
        "the files themselves": {
            workload: { inputs: { uploads: [{ file: "/run/secrets/api-token", content: "x" }], start: false } },
        },
        "no value": { variables: { API_TOKEN: "" } },
    },
    {
        "a secret by its name": [
            { variables: { API_TOKEN: "AIza", GEMINI_API_KEY: "AIza" } },
            /gets secrets as variables: API_TOKEN, GEMINI_API_KEY\./,
        ],
        "a secret that is made up": [
            { more: password, from: ([made]) => ({ variables: { JWT_SECRET: output(made, "result") } }) },
            /JWT_SECRET/,
        ],
        "an address with a password": [
            {
                more: password,
                from: ([made]) => ({
                    variables: { DATABASE_URL: interpolated`postgresql://voice:${[made, "result"]}@localhost/voice` },
                }),
            },
            /DATABASE_URL/,
        ],
    },
);
