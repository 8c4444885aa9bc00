import { strict as assert } from "node:assert";
import { named, ofType, theOnly } from "../../engine";
import { planWatch, policies } from "./watch-args";

const channelType = "gcp:monitoring/notificationChannel:NotificationChannel";

describe("who is told", () => {
    it("is everybody on the list, by mail, of every alert", async () => {
        const notify = ["operator@example.com", "night@example.com"];
        const resources = await planWatch("sandbox", { notify, incidents: false });
        const channels = ofType(resources, channelType);
        assert.deepEqual(
            channels.map(({ inputs }) => [inputs.type, inputs.labels.email_address]),
            notify.map((address) => ["email", address]),
        );
        for (const { name, inputs } of policies(resources)) assert.equal(inputs.notificationChannels.length, 2, name);
    });

    it("keeps its name where another one is put before it", async () => {
        const namesOf = async (...notify: string[]) =>
            ofType(await planWatch("sandbox", { notify, incidents: false }), channelType).map(({ name }) => name);
        const [alone] = await namesOf("operator@example.com");
        assert.equal((await namesOf("night@example.com", "operator@example.com"))[1], alone);
    });

    it("ACG-14 is an incident system too, where asked: a topic that Monitoring alone may publish to", async () => {
        const resources = await planWatch("production");
        const topic = theOnly(resources, "gcp:pubsub/topic:Topic");
        assert.equal(topic.inputs.name, "incidents-dev");
        assert.equal(topic.inputs.labels.environment, "dev");
        const publisher = theOnly(resources, "gcp:pubsub/topicIAMMember:TopicIAMMember");
        assert.equal(publisher.inputs.role, "roles/pubsub.publisher");
        assert.equal(named(resources, "cloud-monitoring-agent").inputs.service, "monitoring.googleapis.com");
        const channel = named(resources, "watch-incidents-channel");
        assert.equal(channel.inputs.type, "pubsub");
        assert.deepEqual(channel.inputs.labels, { topic: "watch-incidents-id" });
        assert.ok(channel.dependsOn.includes(publisher.name));
    });

    it("is no incident system where it is not asked for", async () => {
        const resources = await planWatch("production", { incidents: false });
        assert.deepEqual(ofType(resources, "gcp:pubsub/topic:Topic"), []);
    });
});
