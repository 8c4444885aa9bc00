import type { Watcher } from "./alert";
import { span } from "./promql";

/**
 * Shares that are left, and the load for each processor. At a tenth of the disk Loki stops to write, and the database still
 * can; a disk with more than three tenths left has days, however it grows. Below the shares of files and of memory is what a
 * release needs for a second set of containers. At a load of 3, work waits twice as long as it takes.
 */
const scarce = { disk: 0.1, soon: 0.3, inodes: 0.05, memory: 0.08, load: 3 } as const;
const day = 86400;
/** The disk that the engine's volumes are on is seen at several places of a container. */
const disk = (metric: string): string => `min by (device) (${metric}{fstype!~"tmpfs|ramfs|overlay|squashfs|iso9660"})`;
const left = `${disk("node_filesystem_avail_bytes")} / ${disk("node_filesystem_size_bytes")}`;

/** Everything of the environment lies on one host, perhaps with others. */
export const host: Watcher = {
    subject: "host",
    alerts: ({ patience }) => [
        {
            called: "host",
            title: "The host runs out of something",
            urgent: true,
            means: "The machine that everything runs on has little left of its disk, memory or CPU. With a full disk the database stops and nothing is logged; without memory the kernel ends whatever it likes.",
            steps: [
                "Disk: `docker system df -v` and `du -x --max-depth=2 /var/lib/docker | sort -n`. Images that nobody uses: `docker image prune --all`. Never prune volumes.",
                "Memory and CPU: `docker stats --no-stream`. Other environments on the host count too.",
                "A larger disk or machine; the environments' data stays where it is.",
            ],
            conditions: [
                {
                    of: "disk",
                    says: "{{ $labels.device }}: {{ $value | humanizePercentage }} of the disk left",
                    when: `${left} < ${scarce.disk}`,
                    lasting: patience,
                },
                {
                    of: "disk-soon",
                    says: "{{ $labels.device }} is full within a day as it grows now",
                    when: `(${left} < ${scarce.soon}) and on (device) (min by (device) (predict_linear(node_filesystem_avail_bytes{fstype!~"tmpfs|ramfs|overlay|squashfs|iso9660"}[6h], ${day})) < 0)`,
                    lasting: patience,
                    urgent: false,
                },
                {
                    of: "inodes",
                    says: "{{ $labels.device }}: {{ $value | humanizePercentage }} of the files left that it may hold",
                    when: `${disk("node_filesystem_files_free")} / (${disk("node_filesystem_files")} > 0) < ${scarce.inodes}`,
                    lasting: patience,
                },
                {
                    of: "memory",
                    says: "{{ $value | humanizePercentage }} of the memory left",
                    when: `node_memory_MemAvailable_bytes / node_memory_MemTotal_bytes < ${scarce.memory}`,
                    lasting: patience,
                },
                {
                    of: "killed",
                    says: 'the kernel ended {{ $value | printf "%.0f" }} processes for want of memory, in a container or in all',
                    when: `increase(node_vmstat_oom_kill[${span(patience)}]) > 0`,
                    urgent: false,
                },
                {
                    of: "load",
                    says: `{{ $value | humanize }} processes wait or work for each processor, above ${scarce.load}`,
                    when: `node_load5 / on (instance) count by (instance) (node_cpu_seconds_total{mode="idle"}) > ${scarce.load}`,
                    lasting: patience,
                    urgent: false,
                },
            ],
        },
    ],
};
