import { rule } from "./rule";

export const auditLock = rule({
    name: "audit-lock",
    demands: "No sandbox locks a retention, because nothing in it may have to stay",
    requirements: ["MVA-2", "MVA-8"],
    needs: ["tier", "audit"],
    *check({ tier, audit }) {
        if (tier !== "sandbox") return;
        for (const store of ["records", "logs"] as const)
            if (audit[store]?.locked)
                yield {
                    path: ["audit", store, "locked"],
                    message:
                        "true can never be undone, by anybody: the store would outlive the sandbox, and be paid for, until its last entry is old enough",
                    repair: "write false, or leave the key out; retention without a lock holds against every workload",
                };
    },
});
