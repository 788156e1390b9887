namespace DevicePhys.Tests.Notebooks;

/// <summary>A small notebook with one of everything, laid out as this library and nbformat write it.</summary>
internal static class SampleNotebook
{
    public const string Json = """
        {
         "cells": [
          {
           "cell_type": "markdown",
           "id": "intro",
           "metadata": {
            "tags": [
             "keep"
            ]
           },
           "source": [
            "# Diodes\n",
            "\n",
            "*I* against V, in µA."
           ]
          },
          {
           "cell_type": "code",
           "execution_count": 3,
           "id": "first",
           "metadata": {
            "slideshow": {
             "slide_type": "slide"
            }
           },
           "outputs": [
            {
             "name": "stdout",
             "output_type": "stream",
             "text": [
              "1.50\n"
             ]
            },
            {
             "data": {
              "application/vnd.unknown+json": {
               "x": 1.0e5
              },
              "text/plain": [
               "3"
              ]
             },
             "execution_count": 3,
             "metadata": {},
             "output_type": "execute_result"
            },
            {
             "ename": "DivideByZeroException",
             "evalue": "by zero",
             "output_type": "error",
             "traceback": [
              "by zero"
             ]
            }
           ],
           "source": "var a = 1;\na + 2"
          },
          {
           "cell_type": "raw",
           "id": "raw-1",
           "metadata": {},
           "source": []
          }
         ],
         "metadata": {
          "kernelspec": {
           "display_name": "C# (DevicePhys)",
           "language": "C#",
           "name": "devicephys"
          },
          "unknown": null
         },
         "nbformat": 4,
         "nbformat_minor": 5
        }

        """;
}
