import { Partial, type Value } from "../../../../policy/facts";
import { redisAuthenticated } from "../../../../policy/rules/hygiene/redis-authenticated";
import { casesOf, failsOn, passesOn } from "../../cases";
import { preProduction } from "../../environments";
import { interpolated, output, resource, unknown } from "../../facts-builders";
import { type Stack, stackOn } from "../../stack";

const alone = (type: string, inputs: Readonly<Record<string, Value>>): Stack => ({
    more: (staging) => [resource(staging, `gcp:${type}`, "it", inputs)],
});
const containerType = "docker:index/container:Container";
const container = (inputs: Readonly<Record<string, Value>>): Stack => ({
    more: (staging) => [resource(staging, containerType, "redis", { image: "redis:7.2-alpine", ...inputs })],
});
const withConfiguration = (setting: string): Stack => ({
    more: (staging) => {
        const password = resource(staging, "random:index/randomPassword:RandomPassword", "password", {});
        const content = interpolated`appendonly yes\n${[password, "result"]}`;
        const files = resource(staging, containerType, "files", {
            image: "redis:7.2-alpine",
            start: false,
            uploads: [
                { file: "/run/redis.conf", content: new Partial([`dir /data\n${setting}`, ...content.parts.slice(1)]) },
            ],
        });
        const volumes = [{ fromContainer: output(files, "name") }];
        return [
            password,
            files,
            resource(staging, containerType, "redis", {
                image: "redis:7.2-alpine",
                command: ["redis-server", "/run/redis.conf"],
                volumes,
            }),
        ];
    },
});
const asksNobody = /asks no client who it is/;

export default casesOf(
    redisAuthenticated,
    stackOn({ environment: preProduction(), runs: false }),
    {},
    {
        ...passesOn("docker", {
            "a password in the configuration that another container lends": withConfiguration("requirepass "),
            "a password among the arguments": container({ command: ["redis-server", "--requirepass", "x"] }),
            "a password by the image's variable": container({ envs: ["REDIS_PASSWORD_FILE=/run/secrets/password"] }),
            "arguments that are not known yet": container({ command: [unknown] }),
            "a client of it": container({ entrypoints: ["redis-cli"] }),
        }),
        ...passesOn("gcp", {
            "a Redis that asks": alone("redis/instance:Instance", { authEnabled: true }),
            "not known yet": alone("redis/instance:Instance", { authEnabled: unknown }),
            "a cluster that asks IAM": alone("redis/cluster:Cluster", { authorizationMode: "AUTH_MODE_IAM_AUTH" }),
            "a Valkey that asks IAM": alone("memorystore/instance:Instance", { authorizationMode: "IAM_AUTH" }),
        }),
    },
    {
        ...failsOn("docker", {
            "a container as the image starts it": [container({}), asksNobody],
            "a configuration without a password": [withConfiguration("# requirepass "), asksNobody],
        }),
        ...failsOn("gcp", {
            "Memorystore's default": [alone("redis/instance:Instance", {}), asksNobody],
            "switched off": [alone("redis/instance:Instance", { authEnabled: false }), asksNobody],
            "a cluster's default": [alone("redis/cluster:Cluster", {}), asksNobody],
            "a Valkey that asks nobody": [
                alone("memorystore/instance:Instance", { authorizationMode: "AUTH_DISABLED" }),
                asksNobody,
            ],
        }),
    },
);
