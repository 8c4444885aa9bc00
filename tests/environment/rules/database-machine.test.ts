import { casesOf } from "../fixtures";

const { accepts, refuses } = casesOf("database-machine");
const machine = (cpu: number, memory: string, edition = "enterprise") => ({
    "ringfence:database.cpu": cpu,
    "ringfence:database.memory": memory,
    "ringfence:database.edition": edition,
});

describe("the rule database-machine", () => {
    it("ORB-10 accepts the machines that Cloud SQL offers", () => {
        for (const [cpu, memory] of [
            [1, "3840Mi"],
            [1, "6656Mi"],
            [2, "13Gi"],
            [8, "7424Mi"],
            [96, "624Gi"],
        ] as const)
            accepts("production", machine(cpu, memory));
        accepts("production", machine(8, "64Gi", "enterprise-plus"));
    });
    it("refuses an odd number of CPUs", () => {
        refuses("production", machine(3, "8Gi"), {
            key: "ringfence:database.cpu",
            message: "3 is neither 1 nor an even number",
            repair: "write 2 or 4",
        });
    });
    it("refuses too little, too much and uneven memory", () => {
        for (const [cpu, memory, from, to] of [
            [1, "7Gi", "3840Mi", "6656Mi"],
            [8, "6912Mi", "7424Mi", "52Gi"],
            [2, "4000Mi", "3840Mi", "13Gi"],
        ] as const)
            refuses("production", machine(cpu, memory), {
                key: "ringfence:database.memory",
                message: `${memory} for ${cpu} CPU is no machine of Cloud SQL`,
                repair: `from ${from} to ${to}`,
            });
    });
    it("refuses what enterprise-plus has no machine of", () => {
        refuses("production", machine(6, "48Gi", "enterprise-plus"), {
            key: "ringfence:database.cpu",
            message: "no machine of 6 CPU",
            repair: "write one of 2, 4, 8",
        });
        refuses("production", machine(4, "26Gi", "enterprise-plus"), {
            key: "ringfence:database.memory",
            message: "8 GiB for each CPU",
            repair: "write 32Gi",
        });
    });
});
