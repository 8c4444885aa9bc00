import type { Value } from "../../facts";
import type { Finding, Rule } from "../../rule";
import { asDockerContainer, type Container, isUnknown, judged, text } from "../../views";

export const noPrivilegedContainer: Rule = {
    name: "no-privileged-container",
    kind: "isolation",
    forbids:
        "No container may be privileged, have a device of the host, or more capabilities than Docker gives by itself.",
    why: "With any of them a process gets out of its container, and then everything on the host is its own.",
    level: "mandatory",
    severity: "critical",
    requirements: ["ACG-10", "VOX-3"],
    repair: "Remove `privileged`, the devices and the added capabilities; what a service needs of root is among Docker's own.",
    platforms: ["docker"],
    *check(scope) {
        for (const resource of judged(scope)) {
            const container = resource.external ? undefined : asDockerContainer(resource);
            if (container !== undefined) yield* breaches(container);
        }
    },
};

function* breaches(container: Container): Generator<Finding> {
    const { urn } = container.resource;
    if (container.privileged) yield { urn, message: "It is privileged." };
    for (const capability of container.capabilities) {
        if (isUnknown(capability)) yield { urn, message: "It is given a capability that is not known yet." };
        else if (!usual.has(nameOf(capability)))
            yield { urn, message: `It is given the capability ${nameOf(capability)}.` };
    }
    for (const option of container.securityOptions) {
        if (unconfined.test(text(option) ?? ""))
            yield { urn, message: `A protection is taken off it, by "${text(option)}".` };
    }
    if (container.devices.length > 0) yield { urn, message: "It is given a device of the host." };
}

/** Docker's own: https://docs.docker.com/engine/containers/run/#runtime-privilege-and-linux-capabilities */
const usual: ReadonlySet<string> = new Set(
    "AUDIT_WRITE CHOWN DAC_OVERRIDE FOWNER FSETID KILL MKNOD NET_BIND_SERVICE NET_RAW SETFCAP SETGID SETPCAP SETUID SYS_CHROOT".split(
        " ",
    ),
);
const nameOf = (capability: Value): string =>
    (text(capability) ?? "")
        .toUpperCase()
        .replace(/^CAP_/, "")
        .replace(/[^A-Z_]/g, "");

const unconfined = /^((seccomp|apparmor|systempaths)[=:]unconfined|label[=:]disable|no-new-privileges[=:]false)$/;
