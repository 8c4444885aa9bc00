import { durationText, type Seconds } from "../../environment/units";
import type { NoticeAnywhere } from "./notice";

/** Of the API alone: to the gateway a request is a whole call, and lasts as long as people talk. */
export const slowApi = (serviceName: string, latency: Seconds): NoticeAnywhere => ({
    called: "latency",
    title: "The API is slow",
    urgent: false,
    means: `Of 100 requests to ${serviceName}, more than 5 take longer than ${durationText(latency)}. On the telephone that is heard as silence.`,
});
