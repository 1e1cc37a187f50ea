package com.ibm.ws.classloading.internal;

/** Stands in for the class loaders of Open Liberty, which are known by this package. */
public class AppClassLoader extends ClassLoader {}
