export { GoogleCloud, type GoogleCloudArgs } from "./google-cloud";
