import type * as secretmanager from "@pulumi/gcp/secretmanager";
import type * as pulumi from "@pulumi/pulumi";
import type { Seconds } from "../../../environment/units";
import type { Identity } from "../../platform";
import type { Foundation } from "../foundation";
import { type Announcements, announcements } from "./announcements";
import { adder, renewer } from "./renewer";
import { trigger } from "./trigger";

export interface RotationArgs {
    /** Time between two rotations; Secret Manager takes an hour or more. */
    readonly every: Seconds;
    /** The first rotation of a secret that is made now, UTC, at least five minutes ahead: `2027-02-01T04:00:00Z`. */
    readonly next: string;
    /** Raised by one, the passwords that the program makes for a server are made anew. */
    readonly generation: number;
    /** Sets the next rotation of secrets that exist to `next`, which is else that of new ones only. Default: false. */
    readonly restart?: boolean | undefined;
}

type Parts = Announcements & { readonly identity: Identity };

/** What makes a secret a rotated one. */
interface Schedule {
    readonly args: Pick<secretmanager.SecretArgs, "topics" | "rotation">;
    readonly options: { readonly dependsOn: pulumi.Resource[]; readonly ignoreChanges: string[] };
}

/**
 * The rotation of the environment's secrets, made when the first of them asks: Secret Manager announces on a topic that
 * a secret is due, and a workflow acts on it.
 */
export class Rotation {
    #parts: Parts | undefined;

    constructor(
        private readonly name: string,
        private readonly foundation: Foundation,
        private readonly args: RotationArgs,
        private readonly parent: pulumi.Resource,
    ) {}

    /** For a password that the program makes: its next value belongs to the next generation. The first needs no word. */
    get keepers(): Record<string, string> | undefined {
        const { generation } = this.args;
        return generation === 1 ? undefined : { generation: String(generation) };
    }

    /** What a secret says of its rotation. */
    get schedule(): Schedule {
        const { topic, publisher } = this.parts;
        return {
            args: {
                topics: [{ name: topic.id }],
                rotation: { rotationPeriod: `${this.args.every}s`, nextRotationTime: this.args.next },
            },
            options: {
                // Secret Manager refuses a topic on which it may not publish.
                dependsOn: [publisher],
                // It moves the time on after each rotation. To ignore it is to keep the one that the engine has noted: none
                // where the secret is older than its rotation, and Secret Manager wants one.
                ignoreChanges: this.args.restart ? [] : ["rotation.nextRotationTime"],
            },
        };
    }

    /** Lets the workflow add versions to this one secret. */
    admit(name: string, secret: secretmanager.Secret, parent: pulumi.Resource): pulumi.Resource {
        return adder(name, secret, this.parts.identity, parent);
    }

    private get parts(): Parts {
        this.#parts ??= this.create();
        return this.#parts;
    }

    private create(): Parts {
        const announced = announcements(this.name, this.foundation, this.parent);
        const { workflow, identity } = renewer(this.name, this.foundation, this.parent);
        trigger(this.name, this.foundation, announced.topic, workflow, this.parent);
        return { ...announced, identity };
    }
}
