import type { Value } from "../../../../policy/facts";
import { ownIdentities } from "../../../../policy/rules/isolation/own-identities";
import { casesOf } from "../../cases";
import { preProduction } from "../../environments";
import { output, resource, serviceAccount, stackReference, unknown, unknownFrom } from "../../facts-builders";
import { type Stack, stackOn } from "../../stack";

const as = (identity: Value): Stack => ({
    workload: { template: { serviceAccount: identity, serviceAccountName: identity } },
});
const main = (environment: Parameters<typeof stackReference>[0]) => [
    stackReference(environment, "acme/ringfence/main"),
];

export default casesOf(
    ownIdentities,
    stackOn({ environment: preProduction() }),
    {},
    {
        "an account of the own project by its address": [as("agent@acme-voice-staging.iam.gserviceaccount.com"), "gcp"],
        "not known yet, but the stack's own": [
            {
                more: (staging) => [serviceAccount(staging, "agent")],
                from: ([own]) => as(unknownFrom(own)),
            },
            "gcp",
        ],
        "an account of the cluster by its name": [as("agent"), "kubernetes"],
        "one of Google's agents": [
            {
                runs: false,
                more: (staging) => [
                    resource(staging, "gcp:eventarc/trigger:Trigger", "trigger", {
                        serviceAccount: "service-123456789012@gcp-sa-eventarc.iam.gserviceaccount.com",
                    }),
                ],
            },
            "gcp",
        ],
        "what is only read is judged elsewhere": [
            {
                runs: false,
                more: (staging) => [
                    resource(
                        staging,
                        "gcp:cloudrunv2/service:Service",
                        "read",
                        { template: { serviceAccount: "agent@acme-voice-main.iam.gserviceaccount.com" } },
                        { external: true },
                    ),
                ],
            },
            "gcp",
        ],
        "a network is no identity": [
            {
                more: main,
                from: ([other]) => ({
                    workload: {
                        template: {
                            vpcAccess: { connector: unknownFrom(other) },
                            serviceAccount: "a@acme-voice-staging.iam.gserviceaccount.com",
                        },
                    },
                }),
            },
            "gcp",
        ],
        "a job that calls as the own account": [
            {
                runs: false,
                more: (staging) => [
                    serviceAccount(staging, "cron"),
                    resource(staging, "gcp:cloudscheduler/job:Job", "hourly", {
                        httpTarget: {
                            uri: "https://api.example.net",
                            oidcToken: { serviceAccountEmail: output(serviceAccount(staging, "cron"), "email") },
                        },
                    }),
                ],
            },
            "gcp",
        ],
    },
    {
        "production's account": [
            as("agent@acme-voice-main.iam.gserviceaccount.com"),
            /The identity at template.serviceAccount .* the project "acme-voice-main"/,
            "gcp",
        ],
        "another stack's": [
            { more: main, from: ([other]) => as(output(other, "outputs.account")) },
            /comes from another stack/,
        ],
        "one that nothing is known of": [as(unknown), /nothing says where it comes from/],
        "a default account by number": [
            as("123456789012-compute@developer.gserviceaccount.com"),
            /default account of a project named by number/,
            "gcp",
        ],
        "a user-made account that poses as Google's agent": [
            as("service-123456789012@acme-voice-main.iam.gserviceaccount.com"),
            /acme-voice-main/,
            "gcp",
        ],
        "a job that calls as production": [
            {
                runs: false,
                more: (staging) => [
                    resource(staging, "gcp:cloudscheduler/job:Job", "hourly", {
                        httpTarget: {
                            oidcToken: { serviceAccountEmail: "cron@acme-voice-main.iam.gserviceaccount.com" },
                        },
                    }),
                ],
            },
            /httpTarget.oidcToken.serviceAccountEmail/,
            "gcp",
        ],
        "a machine that runs as production": [
            {
                runs: false,
                more: (staging) => [
                    resource(staging, "gcp:compute/instance:Instance", "vm", {
                        serviceAccount: {
                            email: "vm@acme-voice-main.iam.gserviceaccount.com",
                            scopes: ["cloud-platform"],
                        },
                    }),
                ],
            },
            /serviceAccount.email/,
            "gcp",
        ],
    },
);
