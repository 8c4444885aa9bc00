import { casesOf } from "../fixtures";

const { accepts, refuses } = casesOf("service-size");

describe("the rule service-size", () => {
    it("ORB-6 accepts the pairs that Cloud Run offers", () => {
        for (const [cpu, memory] of [
            [1, "512Mi"],
            [1, "4Gi"],
            [2, "8Gi"],
            [4, "2Gi"],
            [4, "16Gi"],
            [8, "32Gi"],
        ] as const)
            accepts("production", { "ringfence:api.cpu": cpu, "ringfence:api.memory": memory });
    });
    it("refuses the ones that it does not", () => {
        for (const [cpu, memory, least, most] of [
            [1, "5Gi", 512, 4],
            [4, "1Gi", 2048, 16],
            [8, "3Gi", 4096, 32],
        ] as const)
            refuses(
                "production",
                { "ringfence:web.cpu": cpu, "ringfence:web.memory": memory },
                {
                    key: "ringfence:web.memory",
                    message: `Cloud Run does not give ${memory} to ${cpu} CPU`,
                    repair: `write ${least}Mi to ${most}Gi`,
                },
            );
    });
});
