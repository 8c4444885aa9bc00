import { casesOf, onDocker } from "../fixtures";

const { accepts, refuses } = casesOf("adoption");
const adopt = "ringfence:database.adopt";
const existing = { instance: "voice-old", database: "leads", user: "leads" };

describe("the rule adoption", () => {
    it("ORA-2 accepts a server that is taken over as it is, and replicas once it is aligned", () => {
        accepts("pre-production", { [adopt]: existing });
        accepts("production", { [adopt]: { ...existing, align: true }, "ringfence:database.replicas": 1 });
    });
    it("refuses replicas of a server that has its own settings yet", () => {
        refuses(
            "production",
            { [adopt]: existing, "ringfence:database.replicas": 1 },
            { key: "ringfence:database.replicas", message: "has its own yet", repair: "until `adopt.align` is true" },
        );
    });
    it("refuses the server's administrator as the services' user", () => {
        for (const user of ["postgres", "cloudsqlsuperuser"])
            refuses(
                "pre-production",
                { [adopt]: { ...existing, user } },
                { key: `${adopt}.user`, message: `"${user}" administers the server`, repair: "make a user that owns" },
            );
    });
    it("refuses the server's own databases", () => {
        refuses(
            "pre-production",
            { [adopt]: { ...existing, database: "template1" } },
            { key: `${adopt}.database`, message: "a database of the server's own", repair: "the application's data" },
        );
    });
    it("ORA-2 accepts the volumes of a Docker host, and refuses them elsewhere", () => {
        const existing = { volume: "yarnify_db_data", database: "yarnify", user: "yarnify" };
        const cached = { volume: "yarnify_redis_data", persistence: "rdb" };
        const taken = { "ringfence:database.existing": existing, "ringfence:redis.existing": cached };
        accepts("production", { ...onDocker, ...taken });
        for (const [key, value] of Object.entries(taken))
            refuses("production", { [key]: value }, { key, message: "a volume of a Docker host", repair: "remove it" });
    });
});
