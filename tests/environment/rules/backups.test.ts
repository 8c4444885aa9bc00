import { casesOf } from "../fixtures";

const { accepts, refuses } = casesOf("backups");
const backups = "ringfence:database.backups";

describe("the rule backups", () => {
    it("ORB-10 accepts daily backups kept for a week, and none in a sandbox", () => {
        accepts("production", { [backups]: { keep: 30 } });
        accepts("pre-production", { [backups]: { keep: 3, pointInTime: false } });
        accepts("sandbox", { "ringfence:database": { engine: "postgresql", backups: { enabled: false } } });
    });
    it("ORB-10 refuses pre-production and production without backups", () => {
        for (const tier of ["pre-production", "production"] as const)
            refuses(
                tier,
                { [backups]: { enabled: false } },
                {
                    key: `${backups}.enabled`,
                    message: `a database of tier ${tier} without backups`,
                    repair: "write true",
                },
            );
    });
    it("ORB-10 refuses less than a week of production's backups", () => {
        refuses(
            "production",
            { [backups]: { keep: 6 } },
            { key: `${backups}.keep`, message: "6 is too few", repair: "write at least 7" },
        );
    });
    it("refuses fewer backups than days of logs, as Cloud SQL does", () => {
        refuses(
            "pre-production",
            { [backups]: { keep: 3 } },
            {
                key: `${backups}.keep`,
                message: "3 is too few to recover to any moment",
                repair: "at least 7, or false",
            },
        );
    });
    it("ACG-3 refuses production without recovery to any moment", () => {
        refuses(
            "production",
            { [backups]: { pointInTime: false } },
            { key: `${backups}.pointInTime`, message: "loses up to a day", repair: "write true" },
        );
    });
    it("refuses replicas of a database without logs to make them from", () => {
        refuses(
            "pre-production",
            { [backups]: { pointInTime: false }, "ringfence:database.replicas": 1 },
            { key: backups, message: "replicas and regional availability need backups", repair: "without replicas" },
        );
    });
});
