import type { Value } from "../../../../policy/facts";
import { noPrivilegedContainer } from "../../../../policy/rules/isolation/no-privileged-container";
import { casesOf } from "../../cases";
import { preProduction } from "../../environments";
import { unknown } from "../../facts-builders";
import { type Stack, stackOn } from "../../stack";

const asked = (inputs: Readonly<Record<string, Value>>): Stack => ({ workload: { inputs } });
const adds = (...names: readonly Value[]): Stack => asked({ capabilities: { adds: names, drops: ["ALL"] } });

export default casesOf(
    noPrivilegedContainer,
    stackOn({ environment: preProduction() }),
    {},
    {
        "what Docker gives by itself": adds("CAP_CHOWN", "SETUID", "CAP_NET_BIND_SERVICE"),
        "nothing added": asked({ capabilities: { drops: ["ALL"] }, privileged: false }),
        "a protection more": asked({ securityOpts: ["no-new-privileges:true", "apparmor=docker-default"] }),
    },
    {
        "a privileged container": [asked({ privileged: true }), /It is privileged/],
        "perhaps a privileged container": [asked({ privileged: unknown }), /It is privileged/],
        "the administrator of the system": [adds("SYS_ADMIN"), /capability SYS_ADMIN/],
        "the administrator of the network, in small letters": [adds("cap_net_admin"), /capability NET_ADMIN/],
        "every capability": [adds("ALL"), /capability ALL/],
        "one that is not known yet": [adds(unknown), /not known yet/],
        "no filter of system calls": [asked({ securityOpts: ["seccomp=unconfined"] }), /seccomp=unconfined/],
        "no AppArmor": [asked({ securityOpts: ["apparmor:unconfined"] }), /protection is taken off/],
        "a device of the host": [asked({ devices: [{ hostPath: "/dev/kmsg" }] }), /a device of the host/],
        "a carrier of files that is privileged": [asked({ privileged: true, start: false }), /privileged/],
    },
);
