export { DockerHost, type DockerHostArgs } from "./docker-host";
