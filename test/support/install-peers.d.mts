export declare function installPeers(folder: string): boolean;
