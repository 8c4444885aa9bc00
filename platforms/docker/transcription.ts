import * as pulumi from "@pulumi/pulumi";
import { toMebibytes, toSeconds } from "../../environment/units";
import type { Transcription, TranscriptionArgs } from "../platform";
import { baseImage } from "./base-images";
import { runningContainer } from "./container";
import type { Engine } from "./engine";
import { namedVolume } from "./volume";

/** Port that the image listens on: https://ahmetoner.com/whisper-asr-webservice/run/ */
const port = 9000;
/** Longest time that a model takes to be fetched, in seconds. */
const fetched = 900;

/**
 * Speech recognition by Whisper. It keeps nothing of what it hears; its volume holds the model, which it fetches when it
 * first starts. It is reached at a port of the host: in a network of its callers, these would reach each other as well.
 */
export function transcriptionContainer(
    engine: Engine,
    name: string,
    { model, address, port: published, cpu, memory }: TranscriptionArgs,
    parent: pulumi.Resource,
): Transcription {
    const called = `${engine.prefix}-transcription`;
    const models = namedVolume(engine, `${name}-models`, { called: `${called}-models`, labelled: name }, { parent });
    const server = runningContainer(
        engine,
        `${name}-server`,
        {
            containerName: called,
            image: baseImage("whisper"),
            variables: { ASR_ENGINE: "faster_whisper", ASR_MODEL: model },
            networks: [{ name: engine.networks.services, aliases: [called] }],
            volumes: { "/root/.cache": models.name },
            scratch: { "/tmp": toMebibytes(512) },
            ports: { [port]: { address, port: published } },
            health: {
                // Neither wget nor curl is in the image.
                test: [
                    "CMD",
                    "python3",
                    "-c",
                    `import urllib.request; urllib.request.urlopen("http://127.0.0.1:${port}/openapi.json", timeout=4)`,
                ],
                interval: toSeconds(30),
                timeout: toSeconds(5),
                retries: 3,
                startPeriod: toSeconds(fetched),
            },
            readyWithin: fetched,
            cpu,
            memory,
            grace: toSeconds(60),
        },
        // A port of the host is held by one container at a time.
        { parent, deleteBeforeReplace: true },
    );
    return { url: pulumi.interpolate`http://${address}:${published}`, resource: server };
}
