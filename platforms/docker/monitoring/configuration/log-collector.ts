import { addresses, at, urlOf } from "../addresses";
import type { Monitored } from "../description";
import { frontFigures } from "../figures";
import { linesPerDayOfOne, secondsPerDay } from "../log-budget";

/**
 * What is older when it is read was read late, or is read anew: it is history, and none of the present's figures. As long as
 * the longest patience of any tier.
 */
const present = "15m";
/** How long a figure is told of that nothing was added to: a service that nobody calls at a weekend keeps its counters. */
const remembered = "72h";

/**
 * Alloy's configuration: the logs of the environment's containers go to Loki, and nginx's access lines become figures too.
 * The engine is named by `tcp`: over `http` Alloy would end each stream of a log after a minute.
 * https://grafana.com/docs/alloy/v1.18/reference/components/loki/loki.source.docker/
 */
export function logCollectorConfiguration(monitored: Monitored): string {
    const { project, environment, front } = monitored;
    const engine = text(`tcp://${at(addresses.engineReader)}`);
    return [
        "// Made from the environment's description. What is written here by hand is lost.",
        block("logging", ['level  = "warn"', 'format = "logfmt"']),
        block('discovery.docker "environment"', [
            `host             = ${engine}`,
            'refresh_interval = "5s"',
            // By these a container is found that ends before the next look: a job's last words.
            block("filter", ['name   = "status"', 'values = ["running", "restarting", "exited"]']),
            block("filter", [
                'name   = "label"',
                `values = [${text(`project=${project}`)}, ${text(`environment=${environment}`)}]`,
            ]),
        ]),
        commented(
            "What is left of a container is the same after a restart. With its address it would be another, and be read anew.",
            block('discovery.relabel "containers"', [
                "targets = discovery.docker.environment.targets",
                relabelled("__meta_docker_container_label_component", "component"),
                block("rule", [
                    'source_labels = ["__meta_docker_container_name"]',
                    'regex         = "/(.+)"',
                    'target_label  = "container"',
                ]),
                block("rule", ['action = "labelkeep"', 'regex  = "__meta_docker_container_id|component|container"']),
            ]),
        ),
        block('loki.relabel "stream"', ["forward_to = []", relabelled("__meta_docker_container_log_stream", "stream")]),
        block('loki.source.docker "containers"', [
            `host          = ${engine}`,
            "targets       = discovery.relabel.containers.output",
            `labels        = {project = ${text(project)}, environment = ${text(environment)}}`,
            "relabel_rules = loki.relabel.stream.rules",
            "forward_to    = [loki.process.shipped.receiver]",
        ]),
        commented(
            "A release's containers have names of their own: as a label each would begin streams of its own.",
            block('loki.process "shipped"', [
                "forward_to = [loki.write.loki.receiver]",
                // One that writes without end is cut down by itself, and the others' lines are not lost with it.
                block("stage.limit", [
                    `rate          = ${(linesPerDayOfOne / secondsPerDay).toFixed(2)}`,
                    `burst         = ${linesPerDayOfOne}`,
                    "drop          = true",
                    'by_label_name = "component"',
                ]),
                block("stage.structured_metadata", ['values = {container = ""}']),
                block("stage.label_drop", ['values = ["container"]']),
            ]),
        ),
        block('loki.write "loki"', [
            block("endpoint", [
                `url                 = ${text(`${urlOf(addresses.loki)}/loki/api/v1/push`)}`,
                'max_backoff_period  = "1m"',
                "max_backoff_retries = 0",
                // While Loki is away the lines wait, as far as the containers' own files go. What is over its limits does
                // not: it would hold up the lines of all, until these are lost without a word.
                "retry_on_http_429   = false",
            ]),
        ]),
        ...(front === undefined ? [] : figures(monitored, front.component, engine)),
    ]
        .join("\n\n")
        .concat("\n");
}

/**
 * The front's log is read a second time: while Loki takes nothing, the first reading waits, and the figures must not.
 * Lines that nginx answered itself have no service, and are nobody's failure.
 */
const figures = ({ objectives }: Monitored, component: string, engine: string): readonly string[] => [
    block('discovery.relabel "front"', [
        "targets = discovery.relabel.containers.output",
        block("rule", [
            'source_labels = ["component"]',
            `regex         = ${text(component)}`,
            'action        = "keep"',
        ]),
    ]),
    block('loki.source.docker "front"', [
        `host       = ${engine}`,
        "targets    = discovery.relabel.front.output",
        "forward_to = [loki.process.figures.receiver]",
    ]),
    block('loki.process "figures"', [
        "forward_to = []",
        block("stage.drop", [`older_than = ${text(present)}`]),
        block("stage.json", ['expressions = {service = "", status = "", seconds = ""}']),
        block("stage.labels", ['values = {service = ""}']),
        block("stage.match", ['selector = "{service=\\"\\"}"', 'action   = "drop"']),
        block("stage.label_keep", ['values = ["service"]']),
        block("stage.template", [
            'source   = "failed"',
            `template = ${text(`{{ if eq (${firstDigit}) "5" }}1{{ else }}0{{ end }}`)}`,
        ]),
        block("stage.template", ['source   = "class"', `template = ${text(`{{ ${firstDigit} }}xx`)}`]),
        block("stage.template", [
            'source   = "answered"',
            `template = ${text('{{ if ne .status "101" }}{{ .seconds }}{{ end }}')}`,
        ]),
        block("stage.metrics", [
            metric("counter", frontFigures.failures, "Requests that were answered with 5xx", "failed", [
                'action            = "add"',
            ]),
            metric("histogram", frontFigures.seconds, "Seconds from a request to the end of its answer", "answered", [
                `buckets           = [${buckets(objectives.latency).join(", ")}]`,
            ]),
        ]),
        block("stage.labels", ['values = {class = ""}']),
        block("stage.metrics", [
            metric("counter", frontFigures.requests, "Requests by the class of their answer", "class", [
                'action            = "inc"',
            ]),
        ]),
    ]),
];

/** Go's own `slice` would do too, but Alloy has another one of that name. */
const firstDigit = 'printf "%.1s" .status';

/** The objective is one of them, so that a share of requests that are slower is exact. */
const buckets = (objective: number): readonly number[] =>
    [...new Set([0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, objective])].sort((a, b) => a - b);

const prefix = "front_";

const metric = (
    kind: "counter" | "histogram",
    name: string,
    description: string,
    source: string,
    more: readonly string[],
): string =>
    block(`metric.${kind}`, [
        `name              = ${text(name.slice(prefix.length))}`,
        // Left out, Alloy would put one of its own before the name; empty counts as left out.
        `prefix            = ${text(prefix)}`,
        `description       = ${text(description)}`,
        `source            = ${text(source)}`,
        `max_idle_duration = ${text(remembered)}`,
        ...more,
    ]);

const relabelled = (from: string, to: string): string =>
    block("rule", [`source_labels = [${text(from)}]`, `target_label  = ${text(to)}`]);

/** A block of Alloy's language, its lines as Alloy formats them: a block within has an empty line before it. */
const block = (head: string, body: readonly string[]): string => {
    const lines = body.flatMap((each, index) =>
        index > 0 && each.includes("{\n") ? ["", ...each.split("\n")] : each.split("\n"),
    );
    return `${head} {\n${lines.map((line) => (line === "" ? "" : `\t${line}`)).join("\n")}\n}`;
};

const commented = (comment: string, of: string): string => `// ${comment}\n${of}`;

/** A string of Alloy's language has JSON's escapes: https://grafana.com/docs/alloy/v1.18/get-started/configuration-syntax/expressions/types_and_values/ */
const text = (value: string): string => JSON.stringify(value);
