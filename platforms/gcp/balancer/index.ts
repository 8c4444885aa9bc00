export { applicationBalancer } from "./application-balancer";
