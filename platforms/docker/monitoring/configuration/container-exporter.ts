import { addresses, at } from "../addresses";
import type { Monitored } from "../description";

/**
 * How old what is told may be: as often as Prometheus asks, and forgotten after two looks without it.
 * Containers come and go, and what is gone must not be told of for long.
 */
const seconds = { between: 15, forgottenAfter: 40 } as const;

/**
 * Telegraf's configuration: what the engine says of the environment's containers, as series of Prometheus. Those that have
 * ended are told of too, with the status that they ended with.
 * https://github.com/influxdata/telegraf/blob/release-1.39/plugins/inputs/docker/README.md
 */
export function containerExporterConfiguration({ project, environment }: Monitored): string {
    return `# Made from the environment's description. What is written here by hand is lost.
[agent]
  interval = "${seconds.between}s"
  flush_interval = "${seconds.between}s"
  omit_hostname = true
  quiet = true
  skip_processors_after_aggregators = true

[[inputs.docker]]
  endpoint = "tcp://${at(addresses.engineReader)}"
  timeout = "10s"
  gather_services = false
  container_state_include = ["restarting", "running", "removing", "paused", "exited", "dead"]
  perdevice_include = []
  total_include = ["cpu", "blkio", "network"]
  docker_label_include = ["project", "environment", "component"]
  tagexclude = ["engine_host", "server_version", "container_image", "container_version", "cpu", "network", "device"]
  fieldexclude = ["container_id"]
  [inputs.docker.tagpass]
    project = [${text(project)}]
    environment = [${text(environment)}]

# A container that is starting, or is not asked for its health, has no value.
[[processors.enum]]
  namepass = ["docker_container_health"]
  [[processors.enum.mapping]]
    fields = ["health_status"]
    dest = "healthy"
    [processors.enum.mapping.value_mappings]
      healthy = 1
      unhealthy = 0

[[outputs.prometheus_client]]
  listen = ":${addresses.containerExporter.port}"
  metric_version = 2
  # As a label, a word that changes would begin another series.
  string_as_label = false
  expiration_interval = "${seconds.forgottenAfter}s"
  collectors_exclude = ["gocollector", "process"]
`;
}

/** A basic string of TOML, which JSON's is too: https://toml.io/en/v1.0.0#string */
const text = (value: string): string => JSON.stringify(value);
