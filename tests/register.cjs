// Tests run as the command line does: the same translation, the same lazy parts.
require("../review/launch/lazy-closures.cjs").loadClosuresWhenUsed();
require("../review/launch/lazy-modules.cjs").loadModulesWhenUsed();
require("../review/launch/own-files.cjs").translateOwnFilesOnly();
