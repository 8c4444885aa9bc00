import { z } from "zod";
import { duration, memory } from "../units";
import { commandLine, httpPath, resourceName, variableName } from "./names";

const instances = z
    .strictObject({
        min: z.int().min(0).max(1000).describe("Instances that always run; 0 lets the service sleep when idle"),
        max: z.int().min(1).max(1000).describe("Instances at most, which caps the cost"),
    })
    .describe("How far the service scales");

export const health = z
    .strictObject({
        path: httpPath.default("/health"),
        interval: duration("1s", "240s").prefault("30s").describe("Time between two checks"),
        failures: z
            .int()
            .min(1)
            .max(10)
            .default(2)
            .describe("Failed checks in a row after which an instance is taken out"),
    })
    .prefault({});
export type Health = z.output<typeof health>;

const sized = {
    name: resourceName
        .optional()
        .describe("The service's name; the stack's name is appended (`voice-agent` becomes `voice-agent-beta`)"),
    cpu: z
        .union([z.literal(1), z.literal(2), z.literal(4), z.literal(8)])
        .default(1)
        .describe("Virtual CPUs of an instance"),
    memory: memory("512Mi", "32Gi").prefault("512Mi").describe("Memory of an instance"),
    instances: instances.optional().describe("Default by tier: sandbox 0–1, pre-production 1–2, production 2–4"),
    concurrency: z
        .int()
        .min(1)
        .max(1000)
        .optional()
        .describe("Requests (or open WebSockets) an instance takes at once; default 80"),
    health,
    public: z
        .boolean()
        .default(true)
        .describe("Whether callers need no Google identity; the API's own authentication stays"),
    publicBy: z
        .enum(["grant", "no-check"])
        .default("grant")
        .describe(
            "How a public service is opened: `grant`, the right to call for everybody; `no-check`, Cloud Run does not ask who calls, for an organisation that forbids grants to everybody",
        ),
    command: commandLine.optional().describe("Replaces the image's entry point"),
    args: z
        .array(z.string())
        .optional()
        .describe("Arguments of the entry point, for an image that holds several services"),
    variables: z
        .record(variableName, z.string())
        .default({})
        .describe(
            "Environment variables in clear. One that Pulumi encrypts (`secure:`) goes into the vault with all the others of its service",
        ),
    secrets: z
        .array(variableName)
        .default([])
        .describe("Further secrets, by the variable that receives them; somebody supplies their values"),
    secretsAs: z
        .enum(["files", "variables"])
        .default("files")
        .describe(
            "On Docker, how secrets reach the application: `files`, one for each, named by a variable `…_FILE`; `variables`, for an application that reads nothing else, where whoever may look at the container sees them",
        ),
    writable: z
        .boolean()
        .default(false)
        .describe("On Docker, whether the application writes beside `/tmp`; its root is read-only otherwise"),
};
const port = (usual: number) =>
    z.int().min(1).max(65535).default(usual).describe(`Port that the container listens on; default ${usual}`);
const requestTimeout = (usual: string) =>
    // Cloud Run ends any request after at most 3600 s: https://cloud.google.com/run/docs/configuring/request-timeout
    duration("1s", "3600s")
        .prefault(usual)
        .describe(`Longest time a request may take; default ${usual}, at most 3600s`);

export const api = z
    .strictObject({ ...sized, port: port(3000), timeout: requestTimeout("60s") })
    .describe("The voice API");
export type Api = z.output<typeof api>;

export const gateway = z
    .strictObject({
        ...sized,
        port: port(4001),
        timeout: requestTimeout("3600s"),
        calls: z
            .strictObject({
                longest: duration("1m", "24h").prefault("55m").describe("The longest call that must not be cut"),
                drain: duration("1m", "24h")
                    .optional()
                    .describe("How long a leaving instance waits for its calls; default: the longest call"),
                heartbeat: duration("1s", "10m")
                    .prefault("25s")
                    .describe("Time between two pings on an idle connection"),
            })
            .prefault({})
            .describe("The drain budget"),
        sessions: z
            .enum(["redis", "memory"])
            .optional()
            .describe(
                "Where a call's state lives; default `redis` where there is a Redis, else `memory` with sticky sessions",
            ),
        target: z
            .number()
            .min(0.1)
            .max(0.95)
            .default(0.7)
            .describe("Share of `concurrency` in open connections at which another instance is started"),
    })
    .describe("The WebSocket gateway");
export type Gateway = z.output<typeof gateway>;

export const web = z
    .strictObject({ ...sized, port: port(3001), timeout: requestTimeout("30s") })
    .describe("The web front end");
export type Web = z.output<typeof web>;
