import { ownVonageApplication } from "../../../../policy/rules/isolation/own-vonage-application";
import { casesOf } from "../../cases";
import { applications, preProduction, production } from "../../environments";
import { output, resource, stackReference, unknown, unknownFrom } from "../../facts-builders";
import { stackOn } from "../../stack";

const made = (environment: Parameters<typeof stackReference>[0]) => [
    resource(environment, "vonage:index/application:Application", "application", {}),
];

export default casesOf(
    ownVonageApplication,
    stackOn({ environment: preProduction(), variables: { VONAGE_APPLICATION_ID: applications.staging } }),
    {},
    {
        "none at all": { variables: { VONAGE_APPLICATION_ID: undefined } },
        "production has its own": {
            environment: production(),
            variables: { VONAGE_APPLICATION_ID: applications.main },
        },
        "another system's application": { variables: { FACEBOOK_APP_ID: "1", VONAGE_APP_NAME: "voice" } },
        "the declared one, in a text": {
            variables: { CONFIG: `{"VONAGE_APPLICATION_ID":"${applications.staging}","APP_ID":"x"}` },
        },
        "the variable itself, passed on in a script": {
            variables: { START: 'run --vonage-application-id="$VONAGE_APPLICATION_ID"' },
        },
        "the declared one, in a file that the stack writes": [
            {
                variables: {
                    VONAGE_APPLICATION_ID: undefined,
                    VONAGE_APPLICATION_ID_FILE: "/run/secrets/vonage-application-id",
                },
                workload: {
                    inputs: {
                        uploads: [{ file: "/run/secrets/vonage-application-id", content: applications.staging }],
                    },
                },
            },
            "docker",
        ],
        "one that the stack makes": {
            more: made,
            from: ([application]) => ({ variables: { VONAGE_APPLICATION_ID: output(application, "id") } }),
        },
        "one that the stack makes, not known yet": {
            more: made,
            from: ([application]) => ({ variables: { VONAGE_APPLICATION_ID: unknownFrom(application) } }),
        },
    },
    {
        "production's application in staging": [
            { variables: { VONAGE_APPLICATION_ID: applications.main } },
            /variable VONAGE_APPLICATION_ID .* is not the one that this environment declares/,
        ],
        "staging's application in production": [{ environment: production() }, /is not the one/],
        "inside a text": [
            { variables: { CONFIG: `{"VONAGE_APPLICATION_ID":"${applications.main}"}` } },
            /variable VONAGE_APPLICATION_ID .* is not the one/,
        ],
        "under a shorter name": [{ variables: { VONAGE_APP_ID: applications.main } }, /VONAGE_APP_ID/],
        "under its older name": [{ variables: { NEXMO_APPLICATION_ID: applications.main } }, /NEXMO_APPLICATION_ID/],
        "an environment that declares none": [
            { environment: preProduction({ integrations: {} }) },
            /this environment declares none/,
        ],
        "another stack's": [
            {
                more: (staging) => [stackReference(staging, "acme/ringfence/main")],
                from: ([main]) => ({ variables: { VONAGE_APPLICATION_ID: output(main, "outputs.vonage") } }),
            },
            /comes from another stack/,
        ],
        "one that nothing is known of": [
            { variables: { VONAGE_APPLICATION_ID: unknown } },
            /nothing says where it comes from/,
            "gcp",
            "kubernetes",
            "cloudflare",
        ],
        "production's, in a file that the stack writes": [
            {
                workload: {
                    inputs: {
                        uploads: [{ file: "/run/secrets/vonage-application-id", content: applications.main }],
                    },
                },
            },
            /it is not the one that this environment declares/,
            "docker",
        ],
        "one in a file of which nothing is known": [
            {
                variables: {
                    VONAGE_APPLICATION_ID: undefined,
                    VONAGE_APPLICATION_ID_FILE: "/srv/vonage-application-id",
                },
            },
            /nothing says where it comes from/,
            "docker",
        ],
    },
);
