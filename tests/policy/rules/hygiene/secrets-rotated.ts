import type { Environment } from "../../../../environment";
import type { ResourceFacts, Value } from "../../../../policy/facts";
import { secretsRotated } from "../../../../policy/rules/hygiene/secrets-rotated";
import { casesOf } from "../../cases";
import { preProduction, production, sandbox } from "../../environments";
import { type Inputs, interpolated, output, resource, unknown, unknownFrom } from "../../facts-builders";
import { type Stack, stackOn } from "../../stack";

const topicType = "gcp:pubsub/topic:Topic";
const secretType = "gcp:secretmanager/secret:Secret";
const versionType = "gcp:secretmanager/secretVersion:SecretVersion";

type Make = (topic: ResourceFacts, environment: Environment) => readonly ResourceFacts[];
/** A topic, and what is made with it. */
const withTopic = (make: Make): Stack => ({
    more: (environment) => {
        const topic = resource(environment, topicType, "topic", { name: "due" });
        return [topic, ...make(topic, environment)];
    },
});
const quarterly = { rotationPeriod: "7776000s", nextRotationTime: "2027-02-01T04:00:00Z" };
const secret = (environment: Environment, inputs: Inputs): ResourceFacts =>
    resource(environment, secretType, "token", { secretId: "token", ...inputs });
const trigger = (environment: Environment, topic: Value): ResourceFacts =>
    resource(environment, "gcp:eventarc/trigger:Trigger", "trigger", { transport: { pubsub: { topic } } });
const subscription = (environment: Environment, topic: Value): ResourceFacts =>
    resource(environment, "gcp:pubsub/subscription:Subscription", "subscription", { topic });

/** A secret with this rotation, on a topic that a trigger listens to. */
const rotated = (rotation: Value): Stack =>
    withTopic((topic, environment) => [
        secret(environment, { rotation, topics: [{ name: output(topic) }] }),
        trigger(environment, output(topic)),
    ]);
const never: Stack = { more: (environment) => [secret(environment, {})] };
/** A secret without rotation, whose value is made of something. */
const madeOf = (make: (environment: Environment) => readonly [ResourceFacts, Value]): Stack => ({
    more: (environment) => {
        const place = secret(environment, {});
        const [source, secretData] = make(environment);
        return [source, place, resource(environment, versionType, "version", { secret: output(place), secretData })];
    },
});
const isNever = /"token" is never due/;

export default casesOf(
    secretsRotated,
    stackOn({ environment: production(), runs: false }),
    rotated(quarterly),
    {
        "a month": rotated({ ...quarterly, rotationPeriod: "2592000s" }),
        "not known yet": rotated(unknown),
        "a topic of which only the source is known": withTopic((topic, environment) => [
            secret(environment, { rotation: quarterly, topics: [{ name: unknownFrom(topic) }] }),
            trigger(environment, unknownFrom(topic)),
        ]),
        "a subscription to the topic by its name": withTopic((topic, environment) => [
            secret(environment, { rotation: quarterly, topics: [{ name: output(topic) }] }),
            subscription(environment, "due"),
        ]),
        "a topic of another's making, by its path": {
            more: (environment) => [
                secret(environment, { rotation: quarterly, topics: [{ name: "projects/acme-voice-main/topics/due" }] }),
                subscription(environment, "projects/acme-voice-main/topics/due"),
            ],
        },
        "an address with a server's password": madeOf((environment) => {
            const user = resource(environment, "gcp:sql/user:User", "user", { name: "voice" });
            return [user, interpolated`postgresql://${[user, "name"]}:${[user, "password"]}@10.0.0.1/voice`];
        }),
        "an address that the engine knows, and from what it is made": {
            more: (environment) => {
                const place = secret(environment, {});
                const user = resource(environment, "gcp:sql/user:User", "user", { name: "voice" });
                const version = { secret: "projects/acme-voice-main/secrets/token", secretData: "postgresql://…" };
                const propertyDependencies = { secret: [place.urn], secretData: [user.urn] };
                return [place, user, resource(environment, versionType, "version", version, { propertyDependencies })];
            },
        },
        "a sandbox needs none": { environment: sandbox(), ...never },
        "Kubernetes has its own": {
            more: (environment) => [
                resource(environment, "kubernetes:core/v1:Secret", "token", { metadata: { name: "token" } }),
            ],
        },
    },
    {
        "a secret that somebody supplies, never due": [never, isNever],
        "staging's too": [{ environment: preProduction(), ...never }, isNever],
        "a regional one": [
            {
                more: (environment) => [
                    resource(environment, "gcp:secretmanager/regionalSecret:RegionalSecret", "token", {
                        secretId: "token",
                        location: "europe-west2",
                    }),
                ],
            },
            isNever,
        ],
        "a value made up once and for all": [
            madeOf((environment) => {
                const made = resource(environment, "random:index/randomPassword:RandomPassword", "value", {
                    length: 64,
                });
                return [made, output(made, "result")];
            }),
            isNever,
        ],
        "half a year": [rotated({ ...quarterly, rotationPeriod: "15552000s" }), /due every 180 days only/],
        "a single date": [rotated({ nextRotationTime: "2027-02-01T04:00:00Z" }), isNever],
        "no topic": [{ more: (environment) => [secret(environment, { rotation: quarterly })] }, /names no topic/],
        "a topic that nobody listens to": [
            withTopic((topic, environment) => [
                secret(environment, { rotation: quarterly, topics: [{ name: output(topic) }] }),
            ]),
            /Nothing in this stack acts/,
        ],
        "a topic whose neighbour is listened to": [
            withTopic((topic, environment) => [
                secret(environment, { rotation: quarterly, topics: [{ name: output(topic) }] }),
                subscription(environment, "calls"),
            ]),
            /Nothing in this stack acts/,
        ],
    },
);
