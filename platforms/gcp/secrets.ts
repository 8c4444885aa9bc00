import * as secretmanager from "@pulumi/gcp/secretmanager";
import * as pulumi from "@pulumi/pulumi";
import { type Renewal, type SecretArgs, VaultSecret } from "../platform";
import { deletionOf } from "./deletion";
import type { Foundation } from "./foundation";
import { labels } from "./labels";

/**
 * A secret in Secret Manager, with its version where the program knows the value. Kept in the environment's region
 * alone: it never leaves it, an organisation that restricts locations accepts it, and in an outage of the region there
 * is no instance that would want to read it.
 */
export function vaultSecret(
    { environment, tier, project, region, apis, rotation }: Foundation,
    name: string,
    args: SecretArgs,
    parent: pulumi.Resource,
): VaultSecret {
    const id = `${environment}-${args.called}`;
    const renewal = args.renewal ?? (args.value === undefined ? "supplied" : "wired");
    const schedule = renewal === "public" ? undefined : rotation?.schedule;
    const secret = new secretmanager.Secret(
        name,
        {
            project,
            secretId: id,
            labels: labels({ environment, tier }, "vault", { ...args.labels, ...renewalLabels(renewal) }),
            replication: { userManaged: { replicas: [{ location: region }] } },
            ...schedule?.args,
        },
        {
            ...schedule?.options,
            parent,
            dependsOn: [apis.enable("secretmanager"), ...(schedule?.options.dependsOn ?? [])],
        },
    );
    if (typeof renewal === "object") rotation?.admit(`${name}-renewal`, secret, parent);
    const ready =
        args.value === undefined
            ? []
            : [
                  new secretmanager.SecretVersion(
                      `${name}-version`,
                      {
                          secret: secret.id,
                          secretData: pulumi.secret(args.value),
                          deletionPolicy: deletionOf[tier].secretVersions,
                      },
                      { parent },
                  ),
              ];
    return new VaultSecret(
        id,
        secret.secretId,
        (grant, identity, reader) =>
            new secretmanager.SecretIamMember(
                grant,
                {
                    project,
                    secretId: secret.secretId,
                    role: "roles/secretmanager.secretAccessor",
                    member: identity.member,
                },
                { parent: reader },
            ),
        ready,
    );
}

/** By these the workflow of `rotation/rotate.yaml` knows what to do: a message describes the secret with its labels. */
const renewalLabels = (renewal: Renewal): Readonly<Record<string, string>> =>
    typeof renewal === "object" ? { renewal: "generated", length: String(renewal.generated) } : { renewal };
