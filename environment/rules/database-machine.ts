import { databaseMemoryOf } from "../defaults";
import { type Mebibytes, sizeText } from "../units";
import { type Finding, rule } from "./rule";

/** https://cloud.google.com/sql/docs/postgres/instance-settings and …/machine-series-overview */
const custom = { leastOfAll: 3840, least: 0.9 * 1024, most: 6.5 * 1024, step: 256 };
const fixed = { cpus: [2, 4, 8, 16, 32, 48, 64, 80, 96], each: 8 * 1024 };

export const databaseMachine = rule({
    name: "database-machine",
    demands: "CPU and memory of the database are a machine that Cloud SQL offers in its edition",
    requirements: ["ORB-10"],
    needs: ["platform", "database"],
    *check({ platform, database }) {
        if (platform !== "gcp" || database.engine !== "postgresql") return;
        const machine = { cpu: database.cpu, memory: databaseMemoryOf({ platform, database }) };
        yield* database.edition === "enterprise" ? customMachine(machine) : fixedMachine(machine);
    },
});

interface Machine {
    readonly cpu: number;
    readonly memory: Mebibytes;
}

function* customMachine({ cpu, memory }: Machine): Iterable<Finding> {
    if (cpu !== 1 && cpu % 2 === 1)
        yield {
            path: ["database", "cpu"],
            message: `${cpu} is neither 1 nor an even number, and Cloud SQL offers no others`,
            repair: `write ${cpu - 1} or ${cpu + 1}`,
        };
    const least = Math.max(custom.leastOfAll, roundUp(cpu * custom.least));
    const most = cpu * custom.most;
    if (memory < least || memory > most || memory % custom.step !== 0)
        yield {
            path: ["database", "memory"],
            message: `${sizeText(memory)} for ${cpu} CPU is no machine of Cloud SQL: 0.9 to 6.5 GiB for each, 3840Mi at least, in steps of 256Mi`,
            repair: `write a multiple of 256Mi from ${sizeText(least as Mebibytes)} to ${sizeText(most as Mebibytes)}`,
        };
}

function* fixedMachine({ cpu, memory }: Machine): Iterable<Finding> {
    if (!fixed.cpus.includes(cpu))
        yield {
            path: ["database", "cpu"],
            message: `the edition enterprise-plus has no machine of ${cpu} CPU`,
            repair: `write one of ${fixed.cpus.join(", ")}`,
        };
    else if (memory !== cpu * fixed.each)
        yield {
            path: ["database", "memory"],
            message: `the edition enterprise-plus has 8 GiB for each CPU, and ${sizeText(memory)} for ${cpu} is something else`,
            repair: `write ${sizeText((cpu * fixed.each) as Mebibytes)}`,
        };
}

const roundUp = (amount: number): number => Math.ceil(amount / custom.step) * custom.step;
