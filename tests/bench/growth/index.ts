import * as cloudrun from "@pulumi/gcp/cloudrunv2";
import * as secretmanager from "@pulumi/gcp/secretmanager";
import * as serviceaccount from "@pulumi/gcp/serviceaccount";
import * as random from "@pulumi/random";

import deploy = require("../../../index");

/** The whole platform, and then services with an identity and a generated secret each, six resources at a time. */
export = async function grow(): Promise<unknown> {
    const outputs = await deploy();
    const project = "mva-voice-beta";
    const labels = { environment: "beta", tier: "sandbox" };
    for (let index = 0; index < Number(process.env.BENCH_RESOURCES ?? 0) / 6; index++) {
        const name = `extra-${index}`;
        const account = new serviceaccount.Account(name, { accountId: `beta-${name}`, project });
        const password = new random.RandomPassword(name, { length: 32 });
        const secret = new secretmanager.Secret(name, {
            secretId: `beta-${name}`,
            project,
            labels,
            replication: { auto: {} },
        });
        const version = new secretmanager.SecretVersion(name, { secret: secret.id, secretData: password.result });
        new secretmanager.SecretIamMember(name, {
            secretId: secret.id,
            role: "roles/secretmanager.secretAccessor",
            member: account.member,
        });
        new cloudrun.Service(
            name,
            {
                project,
                location: "europe-west2",
                labels,
                template: {
                    serviceAccount: account.email,
                    scaling: { minInstanceCount: 0, maxInstanceCount: 1 },
                    containers: [
                        {
                            image: "europe-west2-docker.pkg.dev/mva-voice-images/voice/extra",
                            envs: [
                                {
                                    name: "TOKEN",
                                    valueSource: { secretKeyRef: { secret: secret.secretId, version: "latest" } },
                                },
                            ],
                        },
                    ],
                },
            },
            { dependsOn: [version] },
        );
    }
    return outputs;
};
