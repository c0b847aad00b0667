package org.mailwain.target.graph;

/** The separate clouds of Microsoft 365. A token fits one of them only. */
public enum Cloud {
    GLOBAL("graph.microsoft.com"),
    /** US Government L4 (GCC High). */
    US_GOV_HIGH("graph.microsoft.us"),
    /** US Government L5 (DoD). */
    US_GOV_DOD("dod-graph.microsoft.us"),
    /** Operated by 21Vianet. */
    CHINA("microsoftgraph.chinacloudapi.cn"),
    /** Closed in 2021; named so that it can be told. */
    GERMANY("graph.microsoft.de");

    private final String host;

    Cloud(String host) {
        this.host = host;
    }

    /** Where its Graph is. */
    public String host() {
        return host;
    }
}
